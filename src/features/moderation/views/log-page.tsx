import { KeysetPagination } from '#ui/filter.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState } from '#ui/section.tsx'
import type { ActRow } from '../act-queries.ts'
import { type Act, actLabels, type Case, casePath } from '../moderation.ts'
import { ActLine } from './act-line.tsx'

type LogPageProps = {
  acts: ActRow[]
  cases: Case[]
  steps: { previous?: string; next?: string }
  /** Of which kind only, where one was asked for. */
  act: Act | undefined
}

/** All that was held and decided, the latest first. */
export const LogPage = ({ acts, cases, steps, act: only }: LogPageProps) => {
  const byId = new Map(cases.map(each => [each.subject.id, each]))
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Moderation log</h1>
        {only && (
          <p class="govuk-body">
            Only: {actLabels[only]}. <Link href="/moderation/log">Show all decisions</Link>
          </p>
        )}
        {acts.length === 0 && (
          <EmptyState title="Nothing was decided yet.">
            <p class="govuk-body">
              Each decision stands here for good, with who took it and why.{' '}
              <Link href="/moderation">See what waits</Link>
            </p>
          </EmptyState>
        )}
        <ol class="govuk-list">
          {acts.map(act => {
            const about = byId.get(act.subject_id)
            return (
              <li class="app-row">
                <strong>{actLabels[act.act]}:</strong>{' '}
                {about ? <Link href={casePath(about.subject)}>{about.title}</Link> : act.subject_kind}
                <ActLine act={act} />
              </li>
            )
          })}
        </ol>
        <KeysetPagination previousHref={steps.previous} nextHref={steps.next} />
      </Column>
    </Row>
  )
}
