import { ProblemLink } from '#features/problems/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { requestPath } from '../partnership.ts'
import { type PublishedPlan, planPath, projectPath } from '../plan.ts'
import { updatesPath } from '../update.ts'

interface JoiningPanelProps {
  plan: PublishedPlan
  isWelcome: boolean
  /** How the reader's organisation stands to it already, or why it cannot ask. */
  obstacle: string | null
  mayAsk: boolean
  /** The request that their organisation made or was sent. */
  requestId: string | null
}

/** Whether others may join, whom it looks for, and the way to ask. */
export const JoiningPanel = ({ plan, isWelcome, obstacle, mayAsk, requestId }: JoiningPanelProps) => {
  const { partners_welcome_until: until, roles_sought } = plan.said
  const standing = requestId && obstacle && (
    <p class="govuk-body">
      {obstacle} <Link href={requestPath(requestId)}>See the request</Link>
    </p>
  )
  if (!isWelcome) return standing && <Aside>{standing}</Aside>
  return (
    <Aside>
      <h2 class="govuk-heading-m">
        {until ? `Partners welcome until ${formatDate(until)}` : 'Partners welcome'}
      </h2>
      {roles_sought && <Paragraphs text={`Looking for: ${roles_sought}`} />}
      {standing}
      {mayAsk && !obstacle && <Button href={`${projectPath(plan.slug)}/partners/new`}>Ask to join</Button>}
    </Aside>
  )
}

/** The published problems a project is about. */
export const AddressedProblems = ({
  problems,
}: {
  problems: { id: string; title: string; slug: string; organisation: { name: string } }[]
}) =>
  problems.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">Problems it addresses</h2>
      <ul class="govuk-list govuk-list--bullet">
        {problems.map(({ id, title, slug, organisation }) => (
          <li key={id}>
            <ProblemLink title={title} slug={slug} />, raised by {organisation.name}
          </li>
        ))}
      </ul>
    </section>
  )

interface OwnPanelProps {
  plan: PublishedPlan
  /** The reader belongs to the organisation that leads it. */
  isOwners: boolean
  mayWrite: boolean
}

/** The way to its history, and for those who write on it what they can do. */
export const OwnPanel = ({ plan, isOwners, mayWrite }: OwnPanelProps) => (
  <Aside title={isOwners ? 'Your organisation’s project' : 'About this page'}>
    {mayWrite && (
      <Button class="govuk-!-margin-bottom-4" href={`${updatesPath(plan.slug)}/new`}>
        Write an update
      </Button>
    )}
    <ul class="govuk-list">
      {isOwners && (
        <>
          <li>
            <Link href={planPath(plan.id)}>
              {plan.state === 'withdrawn' ? 'Publish it again' : 'Change what it says'}
            </Link>
          </li>
          {plan.state === 'published' && (
            <>
              <li>
                <Link href={`${planPath(plan.id)}/partners`}>Partners</Link>
              </li>
              <li>
                <Link href={`${planPath(plan.id)}/parts/outcome`}>
                  {plan.said.finished_on
                    ? 'Change what came of it'
                    : 'Say that it finished, and what came of it'}
                </Link>
              </li>
            </>
          )}
        </>
      )}
      <li>
        <Link href={`${projectPath(plan.slug)}/history`}>
          {plan.version > 1 ? `See all ${plan.version} versions` : 'See its history'}
        </Link>
      </li>
    </ul>
    <p class="govuk-body-s">Last changed on {formatDate(londonDay(plan.changed_at))}.</p>
  </Aside>
)
