import type { Letter } from '#features/mail/index.ts'
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
