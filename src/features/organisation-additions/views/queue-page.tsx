import { type CuratorQueue, CuratorQueues, type CuratorStanding } from '#features/accounts/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, Quoted, SectionHeading } from '#ui/section.tsx'
import { additionsPath, anotherDecides, kindWords, tieSentence } from '../addition.ts'
import type { TieRow, WaitingAddition } from '../addition-queries.ts'

const Decision = ({ action, standing }: { action: string; standing: CuratorStanding | undefined }) =>
  standing === 'another-decides' ? (
    <p class="govuk-body">{anotherDecides}</p>
  ) : (
    <>
      {standing === 'own-without-other' && (
        <p class="govuk-body">
          You asked for this yourself. You decide because there is no other curator, and the record says so.
        </p>
      )}
      <PostForm action={action}>
        <ButtonGroup>
          <Button name="decision" value="confirm">
            Confirm
          </Button>
          <Button name="decision" value="refuse" class="govuk-button--secondary">
            Refuse
          </Button>
        </ButtonGroup>
      </PostForm>
    </>
  )

interface QueuePageProps {
  additions: WaitingAddition[]
  ties: TieRow[]
  /** How whoever looks at it stands to what somebody asked for, by who asked. */
  standings: Map<string | null, CuratorStanding>
  queues: CuratorQueue[]
}

/** What people added and said of organisations, for curators. */
export const QueuePage = ({ additions, ties, standings, queues }: QueuePageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Organisations that people added</h1>
      {additions.length + ties.length === 0 && (
        <EmptyState title="Nothing waits for you">
          <p class="govuk-body">New organisations, and what they have to do with each other, come here.</p>
        </EmptyState>
      )}
      {additions.map(({ id, name, kind, website, ground, asked_at, asked_by }) => (
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
          <Decision action={`/organisation-additions/${id}/decision`} standing={standings.get(asked_by)} />
        </section>
      ))}
      {ties.map(tie => (
        <section>
          <SectionHeading
            lead={`Said ${formatDate(londonDay(tie.asked_at))}${tie.said_by ? ` by ${tie.said_by}` : ''}`}
          >
            {tieSentence(tie)}
          </SectionHeading>
          <p class="govuk-body">
            <OrganisationLink name={tie.member} slug={tie.member_slug} /> ·{' '}
            <OrganisationLink name={tie.body} slug={tie.body_slug} />
          </p>
          <Quoted>{tie.ground}</Quoted>
          <Decision action={`/organisation-ties/${tie.id}/decision`} standing={standings.get(tie.asked_by)} />
        </section>
      ))}
    </Column>
    <Column share="one-third">
      <CuratorQueues queues={queues} here={additionsPath} />
    </Column>
  </Row>
)
