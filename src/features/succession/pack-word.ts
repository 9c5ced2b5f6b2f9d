import { Paragraph, TextRun } from 'docx'
import { bullet, factTable, heading, link, paragraph, printable, wordFile } from '#ui/word.ts'
import type { Pack, PackRole } from './pack.ts'
import type { Place } from './places.ts'

/** An address stands in full: on paper nobody can follow a link. */
const place = ({ words, href }: Place) =>
  bullet(href ? [new TextRun(`${words}: `), link(href, href)] : [new TextRun(words)])

const section = (title: string, children: Paragraph[]) =>
  children.length > 0 ? [heading(title, 1), ...children] : []

const role = ({ title, facts, places, note }: PackRole) => [
  heading(title, 2),
  factTable(facts),
  heading('Where it lives', 3),
  ...(places.length > 0 ? places.map(place) : [paragraph('Nobody has said yet.')]),
  ...(note ? [heading('Handover note', 3), ...note.split(/\n+/).map(paragraph)] : []),
]

/** A plan of succession as a Word file (.docx) on A4. */
export function packAsWord(given: Pack): Promise<Buffer> {
  const { title, subtitle, facts, toMend, organisations, decisions, links, closing, address } =
    printable(given)
  return wordFile({
    title,
    subtitle,
    foot: 'For people of the partners. ',
    children: [
      factTable(facts),
      ...section(
        'To mend',
        toMend.map(words => bullet(words)),
      ),
      ...organisations.flatMap(({ name, hasLeft, roles }) => [
        heading(hasLeft ? `${name} (has left)` : name, 1),
        ...roles.flatMap(role),
      ]),
      ...section(
        'Decisions to look at again',
        decisions.map(({ words, review, href }) => bullet([link(words, href), new TextRun(` (${review})`)])),
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
  })
}
