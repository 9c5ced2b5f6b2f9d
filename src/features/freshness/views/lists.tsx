import { type CuratorQueue, CuratorQueues } from '#features/accounts/index.ts'
import { OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Table } from '#ui/govuk/table.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { type Stage, unconfirmedPath } from '../review.ts'
import type { WithThing } from '../thing-queries.ts'

export type Listed = WithThing & { organisation: OrganisationName | undefined }

const stageWords: Record<Stage, string> = {
  fresh: 'Confirmed',
  owner: 'Owner asked',
  deputy: 'Deputy asked',
  leads: 'Leads asked',
  banner: 'Page says so',
  resting: 'Out of search',
  archived: 'Archived',
}

const Rows = ({ rows }: { rows: Listed[] }) =>
  rows.map(({ review, thing, reviewable, organisation }) => (
    <ResultRow
      title={thing.title}
      href={thing.path}
      who={organisation && <OrganisationLink {...organisation} />}
      meta={[reviewable.label.one, `last confirmed on ${formatDate(londonDay(review.confirmed_at))}`]}
      tag={stageWords[review.stage]}
    />
  ))

interface DecayPageProps {
  stages: Stage[]
  /** A kind of thing with how many of it stand at each stage. */
  counts: { label: string; at: Map<Stage, number> }[]
  rows: Listed[]
  queues: CuratorQueue[]
  here: string
}

/** What decays, for curators: how much of each kind stands where, and what nobody answers for. */
export const DecayPage = ({ stages, counts, rows, queues, here }: DecayPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">What decays</h1>
      <p class="govuk-body">
        Whoever published something is asked whether it is still so. This is how far silence has brought what.
      </p>
      <section class="app-scroll" tabindex={0} aria-label="How much stands where">
        <Table
          caption="How much stands where"
          head={[
            { content: 'How far' },
            ...counts.map(({ label }) => ({ content: label, format: 'numeric' as const })),
          ]}
          rows={stages.map(stage => [
            { content: stageWords[stage] },
            ...counts.map(({ at }) => ({
              content: formatCount(at.get(stage) ?? 0),
              format: 'numeric' as const,
            })),
          ])}
          firstCellIsHeader
        />
      </section>
      {rows.length === 0 ? (
        <EmptyState title="Everything is confirmed">
          <p class="govuk-body">What nobody answers for comes here, the longest due first.</p>
        </EmptyState>
      ) : (
        <Rows rows={rows} />
      )}
    </Column>
    <Column share="one-third">
      <CuratorQueues queues={queues} here={here} />
    </Column>
  </Row>
)

interface UnconfirmedPageProps {
  words: string
  rows: Listed[]
  /** There are more than are shown. */
  hasMore: boolean
}

/** What search leaves out because nobody has confirmed it, for who asks for it. */
export const UnconfirmedPage = ({ words, rows, hasMore }: UnconfirmedPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Not confirmed for long</h1>
      <p class="govuk-body">
        Search and matching leave these out: their organisations were asked whether they are still so, and
        nobody has answered. They may be out of date.
      </p>
      <form method="get" action={unconfirmedPath}>
        <Input label="Words in the title" name="q" id="q" value={words} />
        <Button class="govuk-button--secondary">Find</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={words ? 'None of these has such a title' : 'Nothing is left out'}>
          <p class="govuk-body">{words ? 'Try fewer words.' : 'All that is published has been confirmed.'}</p>
        </EmptyState>
      ) : (
        <>
          <h2 class="govuk-heading-m">
            {hasMore ? `The first ${formatCount(rows.length)}` : countOf(rows.length, 'result')}
          </h2>
          <Rows rows={rows} />
        </>
      )}
    </Column>
  </Row>
)
