import type { Letter } from '#features/mail/index.ts'
import { problemPath } from '#features/problems/index.ts'
import { formatDate } from '#ui/date.ts'
import { type Saying, saidOfOne } from './stance.ts'
import { ownStancePath, stancePath } from './stance-list.ts'

type OfProblem = { title: string; slug: string }
type OfOrganisation = { name: string; slug: string }

/** To those who speak for the organisation that raised a problem, when another says where it stands. */
export const newStanceLetter = (
  problem: OfProblem,
  { organisation, says, owner }: { organisation: OfOrganisation; says: Saying; owner: string },
): Letter => ({
  subject: `${organisation.name} ${saidOfOne[says]}: ${problem.title}`,
  parts: [
    {
      paragraph: `${organisation.name} has said where it stands on a problem that ${owner} raised: it ${saidOfOne[says]}.`,
    },
    { action: { label: 'See what it says', href: stancePath(problem.slug, organisation.slug) } },
  ],
  why: `You get this because you speak for ${owner}, which raised “${problem.title}”. There is one such mail for each organisation.`,
})

type Closing = { as: 'withdrawn' | 'solved'; organisation: string; says: Saying; owner: string }

const closedWords = {
  withdrawn: {
    subject: 'Withdrawn',
    happened: 'has withdrawn this problem',
    after:
      'Its page stays at its address and says why. What organisations said of it can be read, and is not counted.',
    action: 'Read why',
  },
  solved: {
    subject: 'Solved',
    happened: 'has solved this problem',
    after: 'What it did may help you. If you have fixed it too, say so: others plan by it.',
    action: 'See how it was solved',
  },
}

/** To those who speak for an organisation that has a problem or had it, when the one that raised it closes it. */
export function closedLetter(problem: OfProblem, { as, organisation, says, owner }: Closing): Letter {
  const { subject, happened, after, action } = closedWords[as]
  return {
    subject: `${subject}: ${problem.title}`,
    parts: [
      {
        paragraph: `${owner} ${happened}: “${problem.title}”. You had said that ${organisation} ${saidOfOne[says]}.`,
      },
      { paragraph: after },
      { action: { label: action, href: problemPath(problem.slug) } },
    ],
    why: `You get this because you speak for ${organisation}, which said where it stands on this problem.`,
  }
}

type Ending = { organisation: string; says: Saying; confirmedOn: string; endsOn: string }

const confirmIt = ({ slug }: OfProblem) => ({
  action: { label: 'Confirm it or change it', href: ownStancePath(slug) },
})

const whyAsked = ({ organisation }: Ending) =>
  `You get this because you speak for ${organisation}. What an organisation says counts for a year from when it was confirmed.`

/** A month before a stance ends. Days are 'YYYY-MM-DD'. */
export const endsSoonLetter = (problem: OfProblem, ending: Ending): Letter => ({
  subject: `Is this still so? ${problem.title}`,
  parts: [
    {
      paragraph: `On ${formatDate(ending.confirmedOn)}, ${ending.organisation} said that it ${saidOfOne[ending.says]}: “${problem.title}”. If that is still so, confirm it before ${formatDate(ending.endsOn)}: it takes one button.`,
    },
    confirmIt(problem),
  ],
  why: whyAsked(ending),
})

/** When a stance has ended. */
export const endedLetter = (problem: OfProblem, ending: Ending): Letter => ({
  subject: `No longer counted: ${problem.title}`,
  parts: [
    {
      paragraph: `Nobody has confirmed since ${formatDate(ending.confirmedOn)} that ${ending.organisation} ${saidOfOne[ending.says]}: “${problem.title}”. It is shown as not confirmed, and left out of all figures, until one of you does.`,
    },
    confirmIt(problem),
  ],
  why: whyAsked(ending),
})
