import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Note } from './note.ts'

const plain = (text: string) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 120 } })
const labelled = (label: string, text: string) =>
  new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)],
    spacing: { after: 120 },
  })
const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } })
const link = (text: string, address: string) =>
  new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] })

/** XML 1.0 takes no control characters but line ends and tabs; Word refuses a file that holds one. */
const printable = (text: string) => text.replace(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '')

const allPrintable = (note: Note): Note =>
  JSON.parse(JSON.stringify(note), (_, value) => (typeof value === 'string' ? printable(value) : value))

/** The note as a Word file (.docx). */
export function noteAsWord(given: Note): Promise<Buffer> {
  const { title, summary, facts, sections, limits, address } = allPrintable(given)
  const document = new Document({
    title,
    creator: 'Pipeline',
    styles: { default: { document: { run: { font: 'Arial', size: 24 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          plain(summary),
          ...facts.map(({ label, value }) => labelled(label, value)),
          ...sections.flatMap(section => [
            new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }),
            plain(section.says),
            ...section.entries.flatMap(entry => [
              new Paragraph({
                heading: HeadingLevel.HEADING_2,
                children: [link(entry.title, entry.address)],
              }),
              plain(entry.facts),
              ...(entry.text ? [plain(entry.text)] : []),
              labelled('Why it is here', entry.why),
              new Paragraph({
                spacing: { after: 240 },
                children: [
                  new TextRun({ text: 'Source: ', bold: true }),
                  entry.sourceAddress ? link(entry.source, entry.sourceAddress) : new TextRun(entry.source),
                ],
              }),
            ]),
          ]),
          new Paragraph({ text: 'How far this goes', heading: HeadingLevel.HEADING_1 }),
          ...limits.map(bullet),
          new Paragraph({ children: [link('Open this answer again', address)], spacing: { before: 240 } }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
