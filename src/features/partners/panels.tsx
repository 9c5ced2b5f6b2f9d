import type { Slots } from '#plumbing/feature.ts'
import { Link } from '#ui/link.tsx'

const Invitation = ({ href }: { href: string }) => (
  <p class="govuk-body">
    <Link href={href}>See who could do it with you</Link>, and why: who has the same problem, who plans
    something now, who is like you.
  </p>
)

/** The way from a problem to those who could work on it. */
export const onProblem: Slots['problemPanels'] = {
  order: 30,
  load: async (_db, { problem }) =>
    problem.state === 'withdrawn'
      ? null
      : {
          title: 'Who could join',
          side: true,
          content: <Invitation href={`/problems/${problem.slug}/partners`} />,
        },
}

/** The same from a project that was written here. */
export const onProject: Slots['projectPanels'] = {
  load: async (_db, _clock, _actor, { slug }) => [
    {
      place: 'at the side',
      content: (
        <>
          <h2 class="govuk-heading-s">Who could join</h2>
          <Invitation href={`/projects/${slug}/partners`} />
        </>
      ),
    },
  ],
}
