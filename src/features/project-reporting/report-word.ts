import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Report } from './report.ts'

const small = 20
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'b1b4b6' }

const paragraph = (text: string) => new Paragraph({ text, spacing: { after: 100 } })
const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 }, spacing: { after: 60 } })

const cell = (text: string, { share, bold }: { share: number; bold: boolean }) =>
  new TableCell({
    width: { size: share, type: WidthType.PERCENTAGE },
    borders: { top: none, left: none, right: none, bottom: line },
    margins: { top: 50, bottom: 50 },
    children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
  })

/** XML 1.0 takes no control characters but line ends and tabs; Word refuses a file that holds one. */
const printable = (report: Report): Report =>
  JSON.parse(JSON.stringify(report), (_, value) =>
    typeof value === 'string' ? value.replace(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '') : value,
  )

/** A highlight report as a Word file (.docx) on A4. */
export function reportAsWord(given: Report): Promise<Buffer> {
  const { title, subtitle, facts, sections, closing, address } = printable(given)
  const document = new Document({
    title: `${title}: ${subtitle}`,
    creator: 'Pipeline',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: small } },
        title: { run: { font: 'Arial', size: 36, bold: true }, paragraph: { spacing: { after: 40 } } },
        heading1: {
          run: { font: 'Arial', size: 24, bold: true, color: '0b3d3a' },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1000, bottom: 1000, left: 1134, right: 1134 },
          },
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: subtitle, spacing: { after: 160 } }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            columnWidths: [2400, 7238],
            rows: facts.map(
              ({ label, value }) =>
                new TableRow({
                  children: [cell(label, { share: 25, bold: true }), cell(value, { share: 75, bold: false })],
                }),
            ),
          }),
          ...sections.flatMap(section => [
            new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }),
            ...section.blocks.map(({ kind, text }) => {
              if (kind === 'item') return bullet(text)
              return kind === 'heading'
                ? new Paragraph({ children: [new TextRun({ text, bold: true })], spacing: { after: 60 } })
                : paragraph(text)
            }),
          ]),
          new Paragraph({
            spacing: { before: 240 },
            children: [
              new TextRun(`${closing} `),
              new ExternalHyperlink({
                link: address,
                children: [new TextRun({ text: address, style: 'Hyperlink' })],
              }),
            ],
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
