const mostPieces = 128
/** What stands further down says little more of what a text is about. */
const longest = { characters: 20_000, passages: 24 }

export type Passage = { text: string; pieces: number }

/**
 * A text in passages of at most 128 pieces, as much as the encoder reads: whole sentences as far as they fit, a longer
 * sentence at its words. A text that fits is one passage.
 */
export function passagesOf(text: string, piecesOf: (text: string) => number[]): Passage[] {
  const passages: Passage[] = []
  let open: string[] = []
  let length = 0
  const close = () => {
    if (open.length > 0) passages.push({ text: open.join(' '), pieces: length })
    open = []
    length = 0
  }
  for (const part of sentences(text.slice(0, longest.characters)).flatMap(sentence =>
    fitting(sentence, piecesOf),
  )) {
    const pieces = piecesOf(part).length
    if (pieces === 0) continue
    if (length + pieces > mostPieces) close()
    open.push(part)
    length += pieces
  }
  close()
  return passages.slice(0, longest.passages)
}

const sentences = (text: string) =>
  text.split(/(?<=[.!?…]["”’)]?)\s+|\n+/u).flatMap(sentence => sentence.trim() || [])

/** A sentence, halved at a space until its parts fit. */
function fitting(sentence: string, piecesOf: (text: string) => number[]): string[] {
  if (piecesOf(sentence).length <= mostPieces) return [sentence]
  const middle = sentence.length >> 1
  const space = sentence.indexOf(' ', middle)
  const cut = space > 0 && space < sentence.length - 1 ? space : middle
  return [sentence.slice(0, cut), sentence.slice(cut)].flatMap(half => fitting(half.trim(), piecesOf))
}
