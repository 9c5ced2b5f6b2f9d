import type { CuratorStanding } from '#features/accounts/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { ActRow } from '../act-queries.ts'
import { type Act, actLabels, anotherDecides, type Case, type Hidden } from '../moderation.ts'
import type { ReportRow } from '../report-queries.ts'
import { ActLine } from './act-line.tsx'
import { Decisions } from './decisions.tsx'
import { Reports } from './reports.tsx'
import { WithheldNotice } from './withheld-notice.tsx'

export type CasePageProps = {
  about: Case
  hidden: Hidden | undefined
  decisions: Act[]
  standing: CuratorStanding
  reports: ReportRow[]
  acts: ActRow[]
  /** How many speak for its organisation and would get a letter. */
  readers: number
  form: FormState
}

const stateWords = { held: 'not shown yet', withheld: 'withheld' }

/** All about one thing that was held or reported, and what a curator may decide. */
export const CasePage = (props: CasePageProps) => {
  const { about, hidden, reports, acts, standing } = props
  const { label, title, thing, organisation } = about
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        <MetaLine
          who={organisation?.name}
          items={[label, thing && (hidden ? stateWords[hidden.state] : 'shown to everyone who may see it')]}
        />
        {thing && (
          <p class="govuk-body">
            <Link href={thing.path}>Read the whole {label}</Link>
          </p>
        )}
        {hidden && <WithheldNotice {...hidden} />}
        {standing === 'another-decides' ? (
          <InsetText>
            {anotherDecides}
            {reports.length > 0 && ' Who reported it, and what they wrote, is for them to read.'}
          </InsetText>
        ) : (
          <>
            {reports.length > 0 && <Reports reports={reports} />}
            {standing === 'own-without-other' && (
              <InsetText>
                This is of your own organisation. You decide because there is no other curator, and the log
                says so.
              </InsetText>
            )}
            <Decisions {...props} />
          </>
        )}
        {acts.length > 0 && (
          <section>
            <SectionHeading>What was done so far</SectionHeading>
            <ol class="govuk-list">
              {acts.map(act => (
                <li class="app-row">
                  <strong>{actLabels[act.act]}</strong>
                  <ActLine act={act} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </Column>
    </Row>
  )
}
