const nothing =
  /^(?:[-–—._*?/\\ ]*|n\.?\/?\s?a\.?|none|nil|null|not applicable|not known|unknown|blank|no|tb[acd]|to be (?:agreed|confirmed|decided|advised|determined)|not (?:yet )?(?:set|agreed|available|recorded|specified|stated|known|disclosed|given|provided)|see (?:notes?|comments?|contract|above|below|description).*|various|awaiting.*|pending|unspecified|#n\/a|#ref!|#value!|#name\?|#num!|#div\/0!|#+)$/i
const quiet = /^(?:[-–—._*?/\\ ]*|n\.?\/?\s?a\.?|none|null|not applicable|#n\/a)$/i

/** Whether a cell only says that it says nothing: "N/A", "TBC", "-". */
export const saysNothing = (text: string) => nothing.test(text)

/** The words of a cell as a remark says them: the first of them where there are many. */
export const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`

/** The longest text in which a single day or amount is looked for. */
export const figureAtMost = 200

/** What a person should know of it; nothing for a mere dash. */
export const remarksOnNothing = (text: string): string[] =>
  quiet.test(text) ? [] : [`${quoted(text)} says nothing`]

/** One kind of space, dash and quote; no spaces around. */
export const plain = (text: string) => (isPlain.test(text) ? text : cleaned(text))

// Most cells are so already, and there are millions of them.
const isPlain = /^(?:[!#-&(-~](?: ?[!#-&(-~])*)?$/

const cleaned = (text: string) =>
  text
    .replace(/Â(?=[\s£\u00A0])/g, '')
    .replace(/(\d)\s*½/g, '$1.5')
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^'/, '')
    .trim()
