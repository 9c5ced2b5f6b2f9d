import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { packagePath } from '../paths.ts'
import { isRegistered } from '../prefix.ts'

/** What each part of a release is filled with. */
const mapping = [
  { key: 'ocid', value: 'The prefix and the project’s own id. Both stay the same for good.' },
  { key: 'id, date', value: 'When something of the project was last recorded. Another id, another content.' },
  { key: 'tag', value: 'Always planning: there is one release a project, with all that is known of it now.' },
  {
    key: 'parties',
    value:
      'The organisation that leads (buyer), and those that take part (partner, a role of our own). By their ids in registers, such as GB-LAE; by ours (X-PIPELINE) where we know none.',
  },
  { key: 'planning.rationale', value: 'The problem, and why the work is being done.' },
  { key: 'planning.budget', value: 'The upper end of the budget band, with the band in words.' },
  { key: 'planning.milestones', value: 'Until when partners are welcome; start and end of the phase.' },
  { key: 'planning.documents', value: 'The project’s page, and the links on it.' },
  {
    key: 'tender',
    value:
      'Title, services (LGSL) and both ends of the band. Its status is planning: nothing is tendered yet.',
  },
]

/** How planned projects are published after the Open Contracting Data Standard: its publication policy. */
export const OcdsPage = ({ count, prefix }: { count: number; prefix: string }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Planned projects for procurement systems</h1>
      <p class="govuk-body-l">
        What councils plan, as releases of the planning stage after the{' '}
        <Link href="https://standard.open-contracting.org/1.1/en/">Open Contracting Data Standard 1.1</Link>.
      </p>
      {count > 0 ? (
        <p class="govuk-body">
          <Link href={packagePath} download>
            {countOf(count, 'planned project')} as one release package
          </Link>{' '}
          (JSON). The page of each project has its own.
        </p>
      ) : (
        <EmptyState title="No project is planned here just now">
          <p class="govuk-body">
            <Link href="/plans/new">Plan a project</Link>: once it is published for everyone, it is here too.
          </p>
        </EmptyState>
      )}
      <SectionHeading>Which projects are in it</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        <li>Planned ones, in any phase, and those under way in idea, discovery or alpha.</li>
        <li>Not those from beta on: what they need has been bought or built by then.</li>
        <li>
          Not those whose phase nobody says, those that stopped, ended or were withdrawn, and those not shown
          to everyone.
        </li>
      </ul>
      <p class="govuk-body">
        A plan is no call for tenders. It may change, and it may never be bought: ask the organisation before
        you rely on it.
      </p>
      <SectionHeading>What the parts hold</SectionHeading>
      <SummaryList rows={mapping} />
      <SectionHeading>Names that last</SectionHeading>
      {!isRegistered(prefix) && (
        <InsetText>
          This site has no registered prefix yet: {prefix} stands in its place. Once the Open Contracting
          Partnership has given it one, every ocid changes once. What comes after the prefix stays.
        </InsetText>
      )}
      <p class="govuk-body">
        The prefix of this site is {prefix}. No e-mail address and no name of a person is in any release.
        Everything is under the Open Government Licence v3.0.
      </p>
    </Column>
  </Row>
)
