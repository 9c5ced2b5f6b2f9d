import { Aside } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Link } from '#ui/link.tsx'
import { type Collaboration, collaborationPath, joined } from '../collaboration.ts'

/** On a project's page: that organisations work on it together. */
export const WorkedOnTogether = ({ collaboration }: { collaboration: Collaboration }) => {
  const count = joined(collaboration).length
  return (
    <Aside title="Working together">
      <p class="govuk-body-s">
        {count === 1
          ? `${collaboration.begunBy.name} has begun a collaboration and asked its partners to join.`
          : `${count} organisations do this together.`}
        <br />
        <Link href={collaborationPath(collaboration.plan.slug)}>See the collaboration</Link>
      </p>
    </Aside>
  )
}

/** For those who take part in a project that has none yet. */
export const BeginWay = ({ slug }: { slug: string }) => (
  <Aside title="Working together">
    <p class="govuk-body-s">
      Say what each of you aims at, agree, decide and plan who holds what, in one place that only your
      partners see.
    </p>
    <Button class="govuk-button--secondary" href={`${collaborationPath(slug)}/new`}>
      Begin a collaboration
    </Button>
  </Aside>
)
