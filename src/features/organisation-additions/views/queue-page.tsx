import { OrganisationLink } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { ButtonGroup } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, Quoted, SectionHeading } from '#ui/section.tsx'
import { kindWords, tieSentence } from '../addition.ts'
import type { TieRow, WaitingAddition } from '../addition-queries.ts'

const Decision = ({ action }: { action: string }) => (
  <ButtonGroup>
    <ButtonForm action={action} fields={{ decision: 'confirm' }}>
      Confirm
    </ButtonForm>
    <ButtonForm action={action} fields={{ decision: 'refuse' }} look="secondary">
      Refuse
    </ButtonForm>
  </ButtonGroup>
)

/** What people added and said of organisations, for curators. */
export const QueuePage = ({ additions, ties }: { additions: WaitingAddition[]; ties: TieRow[] }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Organisations that people added</h1>
      {additions.length + ties.length === 0 && (
        <EmptyState title="Nothing waits for you">
          <p class="govuk-body">New organisations, and what they have to do with each other, come here.</p>
        </EmptyState>
      )}
      {additions.map(({ id, name, kind, website, ground, asked_at }) => (
        <section>
          <SectionHeading lead={`${kindWords[kind].label}, added ${formatDate(londonDay(asked_at))}`}>
            {name}
          </SectionHeading>
          {website && (
            <p class="govuk-body">
              <Link href={website} rel="nofollow">
                {website}
              </Link>
            </p>
          )}
          <Quoted>{ground}</Quoted>
          <Decision action={`/organisation-additions/${id}/decision`} />
        </section>
      ))}
      {ties.map(tie => (
        <section>
          <SectionHeading lead={`Said ${formatDate(londonDay(tie.asked_at))}`}>
            {tieSentence(tie)}
          </SectionHeading>
          <p class="govuk-body">
            <OrganisationLink name={tie.member} slug={tie.member_slug} /> ·{' '}
            <OrganisationLink name={tie.body} slug={tie.body_slug} />
          </p>
          <Quoted>{tie.ground}</Quoted>
          <Decision action={`/organisation-ties/${tie.id}/decision`} />
        </section>
      ))}
    </Column>
  </Row>
)
