const jobs = new Set(
  `accountant accounts administrator adviser advisor analyst application applications architect assistant board business
chief clerk commercial commissioner community consultant content contract contracts coordinator counsel councillor customer
data delivery deputy design designer desk developer development digital director economist editor engineer executive facilities
finance governance head housing information infrastructure inspector insight lead leader legal librarian manager marketing
monitoring network officer operations owner partner performance planner planning policy practitioner privacy procurement product
programme project protection registrar research researcher revenues risk scientist secretary security senior service services
software solicitor specialist strategy supervisor supplier support surveyor system systems team technical technician technology
tester transformation transport treasurer trainer user waste web worker`.split(/\s+/),
)

const titled = /(?:^|\s)(?:Mr|Mrs|Ms|Mx|Miss|Dr|Sir|Dame)\.?\s/
const capitalised = /^\p{Lu}[\p{Ll}'’-]+(?:[-'’]\p{Lu}\p{Ll}+)?$/u

/** Whether words are rather someone's name than what they do: with a title, with a mail address, or two or three capitalised words, none of them of a job. */
export function looksLikeName(text: string): boolean {
  if (titled.test(text) || text.includes('@')) return true
  const words = text.trim().split(/\s+/)
  return (
    (words.length === 2 || words.length === 3) &&
    words.every(word => capitalised.test(word)) &&
    !words.some(word => jobs.has(word.toLowerCase()))
  )
}
