import { contractPath } from '#features/contracts/index.ts'
import { type Hidden, NotShownPage, ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { ServiceLink } from '#features/services/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside, Facts } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Table } from '#ui/govuk/table.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap, type HighlightedArea } from '#ui/map.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { EmptyState, SectionHeading, SourceLine } from '#ui/section.tsx'
import { endingIn, type Opinions, opinionsIn } from '../product-figures.ts'
import type { Product, ProductChange, ServiceOfProduct } from '../product-queries.ts'
import type { ShownReply } from '../reply.ts'
import { sayFewest, standingOf } from '../system.ts'
import { systemsPath } from '../system-list.ts'
import type { ShownSystem } from '../system-queries.ts'
import type { SystemWay } from '../system-ways.ts'
import { SupplierReply } from './supplier-reply.tsx'
import { RunnerRow } from './system-row.tsx'

const runnersAtMost = 30
const endingAtMost = 20

export type ProductPageProps = {
  product: Product
  services: ServiceOfProduct[]
  systems: ShownSystem[]
  changes: ProductChange[]
  reply: ShownReply | undefined
  /** What the reader can do about a system, by its id. */
  ways: Map<string, SystemWay[]>
  /** Where the reader replies for the supplier, or curates; absent where they may not. */
  replyHref?: string
  curationHref?: string
  /** The date in London, 'YYYY-MM-DD'. */
  today: string
}

const percent = (part: number, of: number) => `${Math.round((100 * part) / of)}%`

const OpinionsPart = ({ satisfaction, wouldMove }: Opinions) => (
  <section>
    <SectionHeading lead="Only what councils said themselves counts.">What councils say of it</SectionHeading>
    {satisfaction || wouldMove ? (
      <Facts
        facts={[
          ...(satisfaction
            ? [
                {
                  figure: `${satisfaction.average.toFixed(1)} of 5`,
                  meaning: `satisfaction, as ${countOf(satisfaction.of, 'council')} said`,
                },
              ]
            : []),
          ...(wouldMove
            ? [
                {
                  figure: percent(wouldMove.yes, wouldMove.of),
                  meaning: `would move to another; ${percent(wouldMove.maybe, wouldMove.of)} perhaps, ${percent(wouldMove.no, wouldMove.of)} would stay. ${countOf(wouldMove.of, 'council')} said so`,
                },
              ]
            : []),
        ]}
      />
    ) : (
      <p class="govuk-body">
        Satisfaction, and how many would move, is shown once {sayFewest} councils have said it.
      </p>
    )}
  </section>
)

const Ending = ({ systems }: { systems: ShownSystem[] }) =>
  systems.length === 0 ? null : (
    <section>
      <SectionHeading lead="From the contracts of those who run it, as far as they are known.">
        Contracts that end
      </SectionHeading>
      <Table
        caption="Contracts, the next end first"
        captionClass="govuk-visually-hidden"
        head={['Council', 'Ends', 'With every extension']}
        rows={systems
          .slice(0, endingAtMost)
          .map(system => [
            { content: <OrganisationLink name={system.organisation} slug={system.organisation_slug} /> },
            { content: <Link href={contractPath(system.contract_id!)}>{formatDate(system.ends_on!)}</Link> },
            system.extends_to ? formatDate(system.extends_to) : 'Not known',
          ])}
      />
    </section>
  )

const History = ({ changes }: { changes: ProductChange[] }) =>
  changes.length === 0 ? null : (
    <section>
      <SectionHeading>What curators changed</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map(({ kind, was, is_now, reason, changed_at }) => (
          <li>
            {formatDate(londonDay(changed_at))}:{' '}
            {kind === 'renamed' ? `renamed from “${was}” to “${is_now}”` : `moved from ${was} to ${is_now}`}.
            Reason: {reason}
          </li>
        ))}
      </ul>
    </section>
  )

function areasOf(systems: ShownSystem[]): HighlightedArea[] {
  const byArea = Map.groupBy(
    systems.filter(({ gss_code, organisation_status }) => gss_code && organisation_status === 'current'),
    ({ gss_code }) => gss_code!,
  )
  return [...byArea].map(([gss, own]) => {
    const isConfirmed = own.some(system => standingOf(system) === 'confirmed')
    return {
      gss,
      level: isConfirmed ? 3 : 1,
      label: `${own[0]!.organisation}: ${isConfirmed ? 'confirmed' : 'unconfirmed'}`,
    }
  })
}

export const ProductPage = (props: ProductPageProps) => {
  const { product, services, systems, changes, reply, today } = props
  const standing = systems.filter(({ organisation_status }) => organisation_status !== 'former')
  const now = standing.filter(system => ['confirmed', 'unconfirmed'].includes(standingOf(system)))
  const before = standing.length - now.length
  const areas = areasOf(now)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Product</span>
        <h1 class="govuk-heading-l">{product.name}</h1>
        {product.hidden && <WithheldNotice {...product.hidden} />}
        <p class="govuk-body-l">
          {product.describes && `${product.describes}. `}
          {product.supplier ? (
            <>
              Supplier: <OrganisationLink {...product.supplier} />.
            </>
          ) : (
            'Its supplier is not known.'
          )}
        </p>
        {product.other_names.length > 0 && (
          <p class="govuk-body">Also called {product.other_names.join(', ')}.</p>
        )}
        <Facts
          facts={[
            {
              figure: formatCount(product.councils),
              meaning: `${product.councils === 1 ? 'council runs' : 'councils run'} it, as far as sources tell`,
            },
            { figure: formatCount(product.confirmed), meaning: 'of them confirmed it themselves' },
          ]}
        />
        {reply && <SupplierReply reply={reply} />}
        {props.replyHref && (
          <p class="govuk-body">
            <Link href={props.replyHref}>Reply to this page as {product.supplier?.name}</Link>
          </p>
        )}
        <OpinionsPart {...opinionsIn(now)} />
        <Ending systems={endingIn(now, today)} />
        <section>
          <SectionHeading
            lead={
              before > 0 ? (
                <>
                  {countOf(before, 'more council')} ran it earlier or no longer{' '}
                  {before === 1 ? 'uses' : 'use'} it:{' '}
                  <Link href={`${systemsPath({ product: product.slug })}&standing=earlier&standing=not-used`}>
                    see them
                  </Link>
                  .
                </>
              ) : undefined
            }
          >
            Who runs it ({formatCount(now.length)})
          </SectionHeading>
          {now.length === 0 && (
            <EmptyState title="No council is known to run it now">
              <p class="govuk-body">
                A council that does can say so on its own page, after signing in. Or{' '}
                <Link href="/systems">look at all systems</Link>.
              </p>
            </EmptyState>
          )}
          {now.length > 0 && (
            <ul class="govuk-list">
              {now.slice(0, runnersAtMost).map(system => (
                <RunnerRow key={system.id} system={system} ways={props.ways.get(system.id)} />
              ))}
            </ul>
          )}
          {now.length > 0 && (
            <p class="govuk-body">
              {now.length > runnersAtMost && (
                <>
                  <Link href={systemsPath({ product: product.slug })}>
                    See all {formatCount(now.length)}, with filters
                  </Link>{' '}
                  ·{' '}
                </>
              )}
              <Link href={systemsPath({ product: product.slug }).replace('/systems?', '/systems.csv?')}>
                Download them as CSV
              </Link>
            </p>
          )}
        </section>
        <History changes={changes} />
        <SourceLine name={product.source_name} date={product.source_as_of} />
        <ReportLink kind="product" id={product.id} />
      </Column>
      <Column share="one-third">
        {props.curationHref && (
          <Button href={props.curationHref} class="govuk-button--secondary">
            Rename it, or give it to another supplier
          </Button>
        )}
        {services.length > 0 && (
          <Aside title="Run for">
            <ul class="govuk-list">
              {services.map(({ service_id, service, councils }) => (
                <li>
                  {service_id === null ? service : <ServiceLink id={service_id} name={service} />} (
                  {formatCount(councils)})
                </li>
              ))}
            </ul>
          </Aside>
        )}
        {areas.length > 0 && (
          <CouncilMap
            id="product-map"
            title={`Where ${product.name} is run`}
            description={`The areas of ${countOf(areas.length, 'council')} that run it, which are listed on this page or a click from it.`}
            highlighted={areas}
            keyWords={[
              ...(areas.some(({ level }) => level === 3) ? [{ level: 3 as const, text: 'Confirmed' }] : []),
              { level: 1, text: 'Unconfirmed' },
            ]}
          />
        )}
      </Column>
    </Row>
  )
}

export const HiddenProductPage = ({ hidden }: { hidden: Hidden }) => (
  <NotShownPage what="This product" hidden={hidden} />
)
