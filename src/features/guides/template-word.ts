import { ExternalHyperlink, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { grey, link, printable, wordFile } from '#ui/word.ts'
import { type Block, documentBlocks, type Run } from './document-blocks.ts'
import { inOneLine } from './markers.ts'

/** A template, blank or filled in, before it becomes a page or a file. `words` is Markdown. */
export type Copy = { title: string; words: string; closing: string; address: string }

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

const look = ({ isBold }: Run, isAdvice: boolean) => ({
  bold: isBold,
  ...(isAdvice && { italics: true, color: grey }),
})

function childOf(run: Run, baseUrl: string, isAdvice: boolean): ParagraphChild {
  if (run.text === '\n') return new TextRun({ break: 1 })
  if (run.address === null || !URL.canParse(run.address, baseUrl))
    return new TextRun({ text: run.text, ...look(run, isAdvice) })
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

/** A template as a Word file (.docx) on A4. `baseUrl` is put before the paths of this site. */
export function templateAsWord(given: Copy, baseUrl: string): Promise<Buffer> {
  const { title, words, closing, address } = printable(given)
  return wordFile({
    title,
    children: [
      ...documentBlocks(words).map(block => paragraphOf(block, baseUrl)),
      new Paragraph({
        spacing: { before: 200 },
        children: [new TextRun({ text: `${closing} `, size: 18, color: grey }), link(address, address)],
      }),
    ],
  })
}

/** The same as plain text in Markdown. */
export const templateAsText = ({ title, words, closing, address }: Copy) =>
  `# ${title.replace(/\s+/g, ' ')}\n\n${words.trim()}\n\n${inOneLine(closing)} ${address}\n`
