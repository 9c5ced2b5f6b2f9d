/** Text in pieces, those marked being what met. */
export type Segment = { text: string; isMarked?: boolean }

/**
 * Why a row is there: the sentence on each side that met, and the facts that are shared. `isByEditors`: theirs is what
 * Pipeline's editors noted of the record, not what the record says.
 */
export type Reason = { yours: Segment[]; theirs: Segment[]; isByEditors: boolean; facts: string[] }

/** Without its full stop, to stand inside a sentence. */
export const withoutFullStop = (segments: Segment[]): Segment[] =>
  segments.map((segment, at) =>
    at === segments.length - 1 ? { ...segment, text: segment.text.replace(/\.$/, '') } : segment,
  )

const wordsAround = 3

const firstWords = (text: string) => new RegExp(`^(?:\\s*\\S+){0,${wordsAround}}`).exec(text)![0]
// Each word whole, or a long one would be tried in every way to cut it.
const lastWords = (text: string) =>
  new RegExp(`(?<!\\S)(?:\\S+(?:\\s+|$)){1,${wordsAround}}$`).exec(text)?.[0] ?? ''

/** What met with the few words around it, since the asker knows the rest of what they wrote. */
export const aroundMarks = (segments: Segment[]): Segment[] =>
  segments.map((segment, at) => {
    if (segment.isMarked) return segment
    const after = at > 0 ? firstWords(segment.text) : ''
    const before = at < segments.length - 1 ? lastWords(segment.text) : ''
    const isShort = segment.text.length <= after.length + before.length + 1
    return isShort ? segment : { ...segment, text: `${after}${after && ' '}…${before && ' '}${before}` }
  })

/** A reason in plain sentences, for the note. */
export function reasonInWords({ yours, theirs, isByEditors, facts }: Reason): string {
  const words = (segments: Segment[]) => segments.map(({ text }) => text).join('')
  const whose = isByEditors ? 'a note by Pipeline’s editors, ' : ''
  const met = yours.length > 0 ? [`“${words(yours)}” met ${whose}“${words(theirs)}”.`] : []
  return [...met, ...facts.map(fact => `${fact}.`)].join(' ')
}
