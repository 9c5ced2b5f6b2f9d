import { Paragraph, TextRun } from 'docx'
import { bullet, grey, heading, paragraph, printable, ruledTable, wordFile } from '#ui/word.ts'
import { type Line, partsOf } from './canonical-text.ts'

/** What stands under the text: who signed, by whom it may be known. */
export type SignedBy = { organisation: string; who: string; authority: string; when: string }

function paragraphOf({ kind, text }: Line): Paragraph {
  if (kind === 'item') return bullet(text)
  if (kind === 'origin')
    return new Paragraph({
      spacing: { after: 80 },
      children: [new TextRun({ text, italics: true, size: 17, color: grey })],
    })
  return paragraph(text)
}

type Signed = { text: string; sha256: string; signed: SignedBy[] }

/** An agreement as a Word file (.docx) on A4: its text line by line, then who signed it. */
export function agreementAsWord(given: Signed): Promise<Buffer> {
  const { text, sha256, signed } = printable(given)
  const [title, ...parts] = partsOf(text)
  return wordFile({
    title: title!.title,
    foot: `SHA-256 of the text: ${sha256}   `,
    children: [
      ...title!.lines.map(paragraphOf),
      ...parts.flatMap(part => [heading(part.title, 1), ...part.lines.map(paragraphOf)]),
      heading('Signatures', 1),
      signed.length > 0
        ? ruledTable(
            [
              ['Organisation', 'Signed by', 'Authority', 'When'],
              ...signed.map(({ organisation, who, authority, when }) => [organisation, who, authority, when]),
            ],
            { shares: [27, 27, 26, 20], isHeaded: true },
          )
        : paragraph('Nobody has signed yet.'),
      new Paragraph({
        spacing: { before: 200 },
        text: 'This file is for reading. What is signed is the plain text with the SHA-256 at the foot of each page.',
      }),
    ],
  })
}
