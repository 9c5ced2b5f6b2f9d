import { Paragraph, TextRun } from 'docx'
import { grey, heading, paragraph, printable, wordFile } from '#ui/word.ts'
import { type Said, wordsOf } from './answer.ts'
import { type Field, none, ranks, type Topic } from './topic.ts'

/** A question as it stands on paper: `said` is absent where nothing was, null where it is not known yet. */
export type AskedQuestion = { topic: Topic; said?: Said | null }

/** The questions of the canvas, for one organisation. */
export type Questions = { title: string; subtitle: string; asked: AskedQuestion[] }

const blank = '_'.repeat(76)
const shortBlank = '_'.repeat(30)

const small = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, size: 18, color: grey })], spacing: { after: 80 } })

const label = (text: string) =>
  new Paragraph({
    children: [new TextRun({ text, bold: true })],
    spacing: { before: 120, after: 60 },
    keepNext: true,
  })

const box = (isTicked: boolean, text: string) => `${isTicked ? '☒' : '☐'}  ${text}`

/** Boxes to tick, or, of what is ranked, a place for the number; lines to write on where nothing is said. */
function answerLines(field: Field, value: string | string[] | undefined): string[] {
  const said = value === undefined ? [] : [value].flat()
  switch (field.kind) {
    case 'one':
      return field.options.map(option => box(said.includes(option.value), option.label))
    case 'some':
      return [
        ...field.options.map(option => box(said.includes(option.value), option.label)),
        ...(field.orNone ? [box(value?.length === 0, none.label)] : []),
      ]
    case 'ranked':
      return field.options.map(option => {
        const at = said.indexOf(option.value)
        return `${at < 0 ? '___' : `_${at + 1}_`}  ${option.label}`
      })
    case 'day':
    case 'term':
      return value === undefined ? [shortBlank] : wordsOf(field, value)
    case 'words':
      return value === undefined ? [blank, blank] : wordsOf(field, value)
  }
}

const hintOf = (field: Field) =>
  field.kind === 'ranked' ? `Write 1 to ${ranks.length} before them.` : field.hint

const question = ({ topic, said }: AskedQuestion, at: number) => [
  heading(`${at + 1}. ${topic.question}`, 2),
  small(`${topic.title}. ${topic.why}`),
  ...topic.fields.flatMap(field => {
    const hint = hintOf(field)
    return [
      label(field.label),
      ...(hint ? [small(hint)] : []),
      ...answerLines(field, said?.[field.name])
        .flatMap(line => line.split(/\n+/))
        .map(paragraph),
    ]
  }),
  paragraph(box(said === null, 'We do not know yet')),
]

/** The questions of the canvas as a Word file (.docx) on A4, to be gone through in a room and typed in after. */
export function questionsAsWord(given: Questions): Promise<Buffer> {
  const { title, subtitle, asked } = printable(given)
  return wordFile({
    title,
    subtitle,
    foot: 'For people of this organisation, until it is done. ',
    children: [
      paragraph(
        'Go through it with those who will do the work, about a minute a question, without asking the other partners. Then type it in: only what stands in Pipeline counts.',
      ),
      ...asked.flatMap(question),
    ],
  })
}
