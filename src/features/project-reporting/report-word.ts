import { Paragraph, TextRun } from 'docx'
import { bullet, factTable, heading, link, paragraph, printable, wordFile } from '#ui/word.ts'
import type { Report } from './report.ts'

/** A highlight report as a Word file (.docx) on A4. */
export function reportAsWord(given: Report): Promise<Buffer> {
  const { title, subtitle, facts, sections, closing, address } = printable(given)
  return wordFile({
    title,
    subtitle,
    size: 20,
    children: [
      factTable(facts),
      ...sections.flatMap(section => [
        heading(section.title, 1),
        ...section.blocks.map(({ kind, text }) => {
          if (kind === 'item') return bullet(text)
          return kind === 'heading'
            ? new Paragraph({ children: [new TextRun({ text, bold: true })], spacing: { after: 60 } })
            : paragraph(text)
        }),
      ]),
      new Paragraph({
        spacing: { before: 240 },
        children: [new TextRun(`${closing} `), link(address, address)],
      }),
    ],
  })
}
