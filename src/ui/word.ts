import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
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

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const grey = '505a5f'
const pine = '0b3d3a'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'b1b4b6' }
// Twentieths of a point: A4 between margins of 2 cm.
const textWidth = 9638

const withoutControls = (text: string) => text.replace(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '')

/** The same with every text at any depth fit for XML 1.0, which takes no control characters but line ends and tabs. */
export function printable<Value>(value: Value): Value {
  if (typeof value === 'string') return withoutControls(value) as Value
  if (Array.isArray(value)) return value.map(printable) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one)])) as Value
}

export const paragraph = (text: string) => new Paragraph({ text, spacing: { after: 100 } })

export const heading = (text: string, level: 1 | 2 | 3) =>
  new Paragraph({ text, heading: HeadingLevel[`HEADING_${level}`], keepNext: true })

export const link = (text: string, address: string) =>
  new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] })

export const bullet = (content: string | (TextRun | ExternalHyperlink)[]) =>
  new Paragraph({
    children: typeof content === 'string' ? [new TextRun(content)] : content,
    bullet: { level: 0 },
    spacing: { after: 60 },
  })

/** Rows under thin rules, the first column bold; `shares` are the columns' parts of the width, `isHeaded` makes the first row a head. */
export const ruledTable = (
  rows: string[][],
  { shares, isHeaded = false }: { shares: number[]; isHeaded?: boolean },
) => {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map(share => Math.floor((textWidth * share) / whole))
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (texts, at) =>
        new TableRow({
          tableHeader: isHeaded && at === 0,
          cantSplit: true,
          children: texts.map(
            (text, column) =>
              new TableCell({
                width: { size: widths[column]!, type: WidthType.DXA },
                borders: { top: none, left: none, right: none, bottom: rule },
                margins: { top: 50, bottom: 50, right: 80 },
                children: [
                  new Paragraph({
                    children: [new TextRun({ text, bold: column === 0 || (isHeaded && at === 0) })],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

/** Facts by their names. */
export const factTable = (facts: { label: string; value: string }[]) =>
  ruledTable(
    facts.map(({ label, value }) => [label, value]),
    { shares: [1, 3] },
  )

const pageNumbers = (before: string) =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            children: [before, 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            size: 16,
            color: grey,
          }),
        ],
      }),
    ],
  })

interface WordOptions {
  title: string
  /** Under the title, and beside it in what the file says of itself. */
  subtitle?: string
  children: FileChild[]
  /** Of the text, in half points. */
  size?: number
  /** Before the number of the page, at its foot. */
  foot?: string
}

/** A Word file (.docx) on A4, in the look that all of ours have; its texts must be {@link printable}. */
export function wordFile({ title, subtitle, children, size = 21, foot = '' }: WordOptions): Promise<Buffer> {
  const document = new Document({
    title: subtitle ? `${title}: ${subtitle}` : title,
    creator: 'Pipeline',
    styles: {
      default: {
        document: { run: { font: 'Arial', size } },
        title: { run: { font: 'Arial', size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { font: 'Arial', size: 25, bold: true, color: pine },
          paragraph: { spacing: { before: 220, after: 80 } },
        },
        heading2: {
          run: { font: 'Arial', size: 22, bold: true },
          paragraph: { spacing: { before: 200, after: 80 } },
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
        footers: { default: pageNumbers(foot) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(subtitle ? [new Paragraph({ text: subtitle, spacing: { after: 160 } })] : []),
          ...children,
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
