import type { Letter } from '#features/mail/index.ts'
import { countOf } from '#ui/money.ts'
import { canvasPath, differencePath } from './canvas.ts'
import type { Topic } from './topic.ts'

type OnProject = { title: string; slug: string }

const why = (organisation: string) =>
  `You get this because you lead ${organisation} on Pipeline, which is in this collaboration.`

// What was answered stands only on the page: a mail can be passed on, and lies in places that we do not know.
export const shownLetter = (
  { title, slug }: OnProject,
  { organisation, told, differences }: { organisation: string; told: string; differences: number },
): Letter => ({
  subject: `${organisation} has answered the canvas of ${title}`,
  parts: [
    {
      paragraph:
        differences === 0
          ? `${organisation} has answered the alignment canvas of “${title}”. Those who have answered say the same wherever it can be compared.`
          : `${organisation} has answered the alignment canvas of “${title}”. Those who have answered differ on ${countOf(differences, 'topic')}. Look at them together: each is resolved, parked or accepted.`,
    },
    { action: { label: 'See where you differ', href: canvasPath(slug) } },
  ],
  why: why(told),
})

export const proposedLetter = (
  { title, slug }: OnProject,
  { organisation, told, topic }: { organisation: string; told: string; topic: Topic },
): Letter => ({
  subject: `Say yes, or something else: ${topic.title} in ${title}`,
  parts: [
    {
      paragraph: `${organisation} proposes what to do about a difference in the collaboration on “${title}”: ${topic.title}. It stands once a lead of each partner has said yes, and ${told} has not yet.`,
    },
    { action: { label: 'Read it and answer', href: differencePath(slug, topic.name) } },
  ],
  why: why(told),
})
