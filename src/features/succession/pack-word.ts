import {
  BorderStyle,
  Document,
  ExternalHyperlink,
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
import type { Pack, PackFact, PackRole } from './pack.ts'
import type { Place } from './places.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'b1b4b6' }
const grey = '505a5f'

const paragraph = (text: string) => new Paragraph({ text, spacing: { after: 100 } })
const heading = (text: string, level: 'HEADING_1' | 'HEADING_2' | 'HEADING_3') =>
  new Paragraph({ text, heading: HeadingLevel[level], keepNext: true })
const link = (text: string, address: string) =>
  new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] })
const bullet = (children: (TextRun | ExternalHyperlink)[]) =>
  new Paragraph({ children, bullet: { level: 0 }, spacing: { after: 60 } })

const cell = (text: string, { share, bold }: { share: number; bold: boolean }) =>
  new TableCell({
    width: { size: share, type: WidthType.PERCENTAGE },
    borders: { top: none, left: none, right: none, bottom: line },
    margins: { top: 50, bottom: 50 },
    children: [new Paragraph({ keepNext: true, children: [new TextRun({ text, bold })] })],
  })

const tableOf = (facts: PackFact[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [2400, 7238],
    rows: facts.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(label, { share: 25, bold: true }), cell(value, { share: 75, bold: false })],
        }),
    ),
  })

/** An address stands in full: on paper nobody can follow a link. */
const place = ({ words, href }: Place) =>
  bullet(href ? [new TextRun(`${words}: `), link(href, href)] : [new TextRun(words)])

const section = (title: string, children: Paragraph[]) =>
  children.length > 0 ? [heading(title, 'HEADING_1'), ...children] : []

const role = ({ title, facts, places, note }: PackRole) => [
  heading(title, 'HEADING_2'),
  tableOf(facts),
  heading('Where it lives', 'HEADING_3'),
  ...(places.length > 0 ? places.map(place) : [paragraph('Nobody has said yet.')]),
  ...(note ? [heading('Handover note', 'HEADING_3'), ...note.split(/\n+/).map(paragraph)] : []),
]

const footer = new Footer({
  children: [
    new Paragraph({
      children: [
        new TextRun({
          children: ['For people of the partners. Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          size: 18,
          color: grey,
        }),
      ],
    }),
  ],
})

/** XML 1.0 takes no control characters but line ends and tabs; Word refuses a file that holds one. */
const printable = (pack: Pack): Pack =>
  JSON.parse(JSON.stringify(pack), (_, value) =>
    typeof value === 'string' ? value.replace(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '') : value,
  )

/** A plan of succession as a Word file (.docx) on A4. */
export function packAsWord(given: Pack): Promise<Buffer> {
  const { title, subtitle, facts, toMend, organisations, decisions, links, closing, address } =
    printable(given)
  const document = new Document({
    title: `${title}: ${subtitle}`,
    creator: 'Pipeline',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 20 } },
        title: { run: { font: 'Arial', size: 36, bold: true }, paragraph: { spacing: { after: 40 } } },
        heading1: {
          run: { font: 'Arial', size: 26, bold: true, color: '0b3d3a' },
          paragraph: { spacing: { before: 280, after: 80 } },
        },
        heading2: {
          run: { font: 'Arial', size: 22, bold: true },
          paragraph: { spacing: { before: 220, after: 80 } },
        },
        heading3: {
          run: { font: 'Arial', size: 20, bold: true, color: grey },
          paragraph: { spacing: { before: 120, after: 60 } },
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
        footers: { default: footer },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: subtitle, spacing: { after: 160 } }),
          tableOf(facts),
          ...section(
            'To mend',
            toMend.map(words => bullet([new TextRun(words)])),
          ),
          ...organisations.flatMap(({ name, hasLeft, roles }) => [
            heading(hasLeft ? `${name} (has left)` : name, 'HEADING_1'),
            ...roles.flatMap(role),
          ]),
          ...section(
            'Decisions to look at again',
            decisions.map(({ words, review, href }) =>
              bullet([link(words, href), new TextRun(` (${review})`)]),
            ),
          ),
          ...section(
            'Where the partners work',
            links.map(({ organisation, words, href }) =>
              bullet([new TextRun(`${organisation}, ${words}: `), link(href, href)]),
            ),
          ),
          new Paragraph({
            spacing: { before: 280 },
            children: [new TextRun(`${closing} `), link(address, address)],
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
