import {
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { type Block, documentBlocks, type Run } from './document-blocks.ts'

/** A template, blank or filled in, before it becomes a page or a file. `words` is Markdown. */
export type Copy = { title: string; words: string; closing: string; address: string }

const grey = '505a5f'
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

/** XML 1.0 takes no control characters but line ends and tabs; Word refuses a file that holds one. */
const printable = (text: string) => text.replace(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '')

const look = ({ isBold }: Run, isAdvice: boolean) => ({
  bold: isBold,
  ...(isAdvice && { italics: true, color: grey }),
})

function childOf(run: Run, baseUrl: string, isAdvice: boolean): ParagraphChild {
  if (run.text === '\n') return new TextRun({ break: 1 })
  if (run.address === null) return new TextRun({ text: run.text, ...look(run, isAdvice) })
  return new ExternalHyperlink({
    link: new URL(run.address, baseUrl).href,
    children: [new TextRun({ text: run.text, style: 'Hyperlink' })],
  })
}

const box = /^☐\s*/
const isBox = ({ runs }: Block) => box.test(runs[0]?.text ?? '')
const withoutBox = ({ runs: [first, ...rest] }: Block): Run[] => [
  { ...first!, text: first!.text.replace(box, '') },
  ...rest,
]

const hanging = (children: ParagraphChild[]) =>
  new Paragraph({
    indent: { left: 400, hanging: 400 },
    tabStops: [{ type: 'left', position: 400 }],
    spacing: { after: 60 },
    children,
  })

function paragraphOf(block: Block, baseUrl: string): Paragraph {
  const children = block.runs.map(run => childOf(run, baseUrl, block.kind === 'advice'))
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ heading: headings[Math.max(0, block.level - 2)], keepNext: true, children })
    case 'item':
      return isBox(block)
        ? hanging([new TextRun('☐\t'), ...withoutBox(block).map(run => childOf(run, baseUrl, false))])
        : new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children })
    case 'step':
      return hanging([new TextRun(`${block.number}.\t`), ...children])
    default:
      return new Paragraph({ spacing: { before: 60, after: 100 }, children })
  }
}

const footer = new Footer({
  children: [
    new Paragraph({
      children: [
        new TextRun({
          children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          size: 18,
          color: grey,
        }),
      ],
    }),
  ],
})

/** A template as a Word file (.docx) on A4. `baseUrl` is put before the paths of this site. */
export function templateAsWord({ title, words, closing, address }: Copy, baseUrl: string): Promise<Buffer> {
  const document = new Document({
    title: printable(title),
    creator: 'Pipeline',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21 } },
        title: { run: { font: 'Arial', size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { font: 'Arial', size: 26, bold: true, color: '0b3d3a' },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
        heading2: {
          run: { font: 'Arial', size: 22, bold: true },
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
        footers: { default: footer },
        children: [
          new Paragraph({ text: printable(title), heading: HeadingLevel.TITLE }),
          ...documentBlocks(printable(words)).map(block => paragraphOf(block, baseUrl)),
          new Paragraph({
            spacing: { before: 200 },
            children: [
              new TextRun({ text: `${printable(closing)} `, size: 18, color: grey }),
              new ExternalHyperlink({
                link: address,
                children: [new TextRun({ text: address, style: 'Hyperlink', size: 18 })],
              }),
            ],
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** The same as plain text in Markdown. */
export const templateAsText = ({ title, words, closing, address }: Copy) =>
  `# ${title.replace(/\s+/g, ' ')}\n\n${words.trim()}\n\n${closing} ${address}\n`
