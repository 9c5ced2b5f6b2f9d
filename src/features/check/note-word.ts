import { HeadingLevel, Paragraph, TextRun } from 'docx'
import { bullet, heading, link, paragraph, printable, wordFile } from '#ui/word.ts'
import type { Note } from './note.ts'

const labelled = (label: string, text: string) =>
  new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)],
    spacing: { after: 100 },
  })

/** The note as a Word file (.docx) on A4. */
export function noteAsWord(given: Note): Promise<Buffer> {
  const { title, summary, facts, sections, limits, address } = printable(given)
  return wordFile({
    title,
    children: [
      paragraph(summary),
      ...facts.map(({ label, value }) => labelled(label, value)),
      ...sections.flatMap(section => [
        heading(section.title, 1),
        paragraph(section.says),
        ...section.entries.flatMap(entry => [
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            keepNext: true,
            children: [link(entry.title, entry.address)],
          }),
          paragraph(entry.facts),
          ...(entry.text ? [paragraph(entry.text)] : []),
          labelled('Why it is here', entry.why),
          new Paragraph({
            spacing: { after: 200 },
            children: [
              new TextRun({ text: 'Source: ', bold: true }),
              entry.sourceAddress ? link(entry.source, entry.sourceAddress) : new TextRun(entry.source),
            ],
          }),
        ]),
      ]),
      heading('How far this goes', 1),
      ...limits.map(limit => bullet(limit)),
      new Paragraph({ children: [link('Open this answer again', address)], spacing: { before: 240 } }),
    ],
  })
}
