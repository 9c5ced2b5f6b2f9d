import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Line, partsOf } from './canonical-text.ts'

/** What stands under the text: who signed, by whom it may be known. */
export type SignedBy = { organisation: string; who: string; authority: string; when: string }

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'b1b4b6' }

const cell = (text: string, { width, bold }: { width: number; bold: boolean }) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { top: none, left: none, right: none, bottom: rule },
    margins: { top: 60, bottom: 60, right: 80 },
    children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
  })

const widths = [2600, 2600, 2538, 1900]

const row = (texts: string[], isHead: boolean) =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: texts.map((text, at) => cell(text, { width: widths[at]!, bold: isHead || at === 0 })),
  })

function paragraphOf({ kind, text }: Line): Paragraph {
  if (kind === 'item') return new Paragraph({ text, bullet: { level: 0 }, spacing: { after: 60 } })
  if (kind === 'origin')
    return new Paragraph({
      spacing: { after: 80 },
      children: [new TextRun({ text, italics: true, size: 17, color: '505a5f' })],
    })
  return new Paragraph({ text, spacing: { after: 120 } })
}

/** An agreement as a Word file (.docx) on A4: its text line by line, then who signed it. */
export function agreementAsWord({
  text,
  sha256,
  signed,
}: {
  text: string
  sha256: string
  signed: SignedBy[]
}): Promise<Buffer> {
  const [title, ...parts] = partsOf(text)
  const document = new Document({
    title: title!.title,
    creator: 'Pipeline',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21 } },
        title: { run: { font: 'Arial', size: 36, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { font: 'Arial', size: 24, bold: true, color: '0b3d3a' },
          paragraph: { spacing: { before: 240, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ text: `SHA-256 of the text: ${sha256}   `, size: 14, color: '505a5f' }),
                  new TextRun({
                    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                    size: 14,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: title!.title, heading: HeadingLevel.TITLE }),
          ...title!.lines.map(paragraphOf),
          ...parts.flatMap(part => [
            new Paragraph({ text: part.title, heading: HeadingLevel.HEADING_1, keepNext: true }),
            ...part.lines.map(paragraphOf),
          ]),
          new Paragraph({ text: 'Signatures', heading: HeadingLevel.HEADING_1, keepNext: true }),
          ...(signed.length > 0
            ? [
                new Table({
                  width: { size: 9638, type: WidthType.DXA },
                  columnWidths: widths,
                  rows: [
                    row(['Organisation', 'Signed by', 'Authority', 'When'], true),
                    ...signed.map(({ organisation, who, authority, when }) =>
                      row([organisation, who, authority, when], false),
                    ),
                  ],
                }),
              ]
            : [new Paragraph({ text: 'Nobody has signed yet.' })]),
          new Paragraph({
            spacing: { before: 200 },
            text: 'This file is for reading. What is signed is the plain text with the SHA-256 at the foot of each page.',
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
