import type { Collaboration } from '#features/collaborations/index.ts'
import type { Letter } from '#features/mail/index.ts'
import { formatDate } from '#ui/date.ts'
import { healthPath, linkPath, questions, questionWords } from './health.ts'

type Asked = {
  collaboration: Collaboration
  organisation: string
  /** First day of the month, 'YYYY-MM-DD'. */
  month: string
  secret: string
  /** Whether the organisation answered the month before, or earlier. */
  hasEarlier: boolean
}

/** The five questions of a month, to be answered from the mail. */
export const askingLetter = ({ collaboration, organisation, month, secret, hasEarlier }: Asked): Letter => {
  const { title } = collaboration.plan.said
  return {
    subject: `How does it go with the others? ${title}`,
    parts: [
      {
        paragraph: `Five questions about the collaboration on “${title}”, for ${organisation}, in ${formatDate(month.slice(0, 7))}. Small differences are cheap to mend while they are small.`,
      },
      { list: questions.map(question => ({ words: questionWords[question] })) },
      { action: { label: 'Yes to all five', href: linkPath(secret, 'well') } },
      {
        list: [
          ...(hasEarlier
            ? [{ words: 'The same as the last time', href: linkPath(secret, 'as-before') }]
            : []),
          { words: 'Not all of it: answer each', href: linkPath(secret, 'answers') },
          {
            words: 'See how it has gone, or pause these questions',
            href: healthPath(collaboration.plan.slug),
          },
        ],
      },
    ],
    why: `You get this because you speak for ${organisation} on Pipeline, which is in this collaboration. Once a month. The partners see what ${organisation} answers when they have answered themselves. The links are for you alone: do not forward this mail.`,
    isSecret: true,
  }
}
