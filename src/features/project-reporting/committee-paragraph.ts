import { formatDate } from '#ui/date.ts'
import { firstBlocks, inSentences, plainBlocks } from '#ui/plain-blocks.ts'
import type { Highlights } from './highlights.ts'
import { sayDone, sayLate, sayMoved, sayNext } from './report.ts'
import { inThirdPerson } from './third-person.ts'

const wordsAtMost = 700

/** "a; b; and c". */
const inARow = (texts: string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join('; ')}; and ${texts.at(-1)}`

/** "A, B and C". */
const named = (names: string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What was written in the first person, as an officer reports it. */
function reported(markdown: string | null, lead: string): string {
  if (!markdown) return ''
  const said = inSentences(firstBlocks(plainBlocks(markdown), wordsAtMost))
  if (!said) return ''
  return lead + (inThirdPerson(said) ?? `In the team’s own words: “${said.replaceAll(/[“”]/g, '"')}”`)
}

const list = (lead: string, texts: string[]) => (texts.length > 0 ? `${lead} ${inARow(texts)}.` : '')

function sayStanding({ phase, ends_on, ended_on, status, on }: Highlights): string {
  if (status.word === 'Stopped') return 'The project has stopped.'
  if (status.word === 'Finished') return 'The project has finished.'
  const inPhase = phase ? `The project is in its ${phase.toLowerCase()} phase` : ''
  const moved = ended_on ? ` (${formatDate(ended_on)} when last reported)` : ''
  if (!ends_on) return inPhase && `${inPhase}.`
  const ending =
    ends_on < on
      ? `was estimated to end on ${formatDate(ends_on)}, which has passed`
      : `is estimated to end on ${formatDate(ends_on)}${moved}`
  return inPhase ? `${inPhase}, which ${ending}.` : `The project ${ending}.`
}

/** A paragraph on a project for a report to a committee of a council: in the third person, dated, with its address. */
export function committeeParagraph(facts: Highlights): string {
  const { project, organisation, partners, on, since, done, next, late, moved, words } = facts
  const led = `led by ${organisation}${partners.length > 0 ? ` with ${named(partners)}` : ''}`
  const said = [
    `${project}: position at ${formatDate(on)}.`,
    `This project is ${led}.`,
    sayStanding(facts),
    reported(words.text, ''),
    list(
      since
        ? `Since the previous update, of ${formatDate(since)}, the following has been completed:`
        : 'The following has been completed:',
      done.map(sayDone),
    ),
    reported(words.next, 'As to next steps: '),
    list('The next milestones are:', next.map(sayNext)),
    reported(words.in_the_way, 'As to risks and issues: '),
    list('The committee will wish to be aware of the following:', [
      ...late.map(sayLate),
      ...moved.map(sayMoved),
    ]),
    status(facts),
    reported(words.asked, 'Support is sought as follows: '),
    'The committee is asked to note the position.',
  ]
    .filter(Boolean)
    .join(' ')
  return `${said}\n\nSource: update published on Pipeline by ${facts.saidBy}, ${formatDate(on)}${facts.isPublic ? '' : ' (not public)'}, ${facts.address}`
}

const status = ({ status: { word } }: Highlights) =>
  word === 'On its dates' ? 'The project is running to its dates.' : ''
