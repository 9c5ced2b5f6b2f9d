import { contractPath } from '#features/contracts/index.ts'
import { opportunityPath } from '#features/opportunities/index.ts'
import { OrganisationLink, organisationPath } from '#features/organisations/index.ts'
import { signInHref } from '#plumbing/sign-in-href.ts'
import { formatDate } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Table } from '#ui/govuk/table.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap } from '#ui/map.tsx'
import { countOf, formatMoney } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { kindWords, type Matter, windowPath } from '../matter.ts'
import { addMonths, monthsBetween } from '../window.ts'
import type { EndingContract } from '../window-queries.ts'
import { organisationsOf, sayEnds, sayMoney, sayWindow } from '../window-words.ts'

interface WindowPageProps {
  matter: Matter
  /** The first to end first. */
  contracts: EndingContract[]
  /** Null where fewer organisations than a window needs are left, or all have ended. */
  firstEnd: string | null
  speaksFor: { id: string; name: string; slug: string } | null
  /** A council or another public body, that could buy or build together with these. */
  mayStart: boolean
  isVisitor: boolean
  isCurator: boolean
  /** The common need that was made of these contracts, once there is one that the reader may see. */
  need: { slug: string; title: string } | null
  today: string
  /** Where one reads how to do it together. */
  advice: { label: string; href: string }[]
}

const longestAxis = 84

/** The months of the picture: from half a year before the first end to the last day any of them may run to. */
function axisOf(contracts: EndingContract[]): string[] {
  const from = addMonths(contracts[0]!.endsOn, -6).slice(0, 7)
  const last = contracts
    .flatMap(({ endsOn, extendsTo }) => [endsOn, extendsTo ?? endsOn])
    .toSorted()
    .at(-1)!
  const cap = addMonths(`${from}-01`, longestAxis - 1).slice(0, 7)
  const to = [addMonths(last, 1).slice(0, 7), cap].toSorted()[0]!
  return monthsBetween(from, to)
}

const Ends = ({ contracts }: { contracts: EndingContract[] }) => {
  const months = axisOf(contracts)
  const [first, last] = [contracts[0]!.endsOn, contracts.at(-1)!.endsOn]
  return (
    <Timeline
      id="ends"
      title="When each contract ends"
      description="Months from left to right, the contracts below each other. A full bar runs to the last day of a contract, a hatched one to the last day with every extension. The table on this page says the same."
      months={months}
      band={{ from: first, to: last, label: `All end ${sayEnds(first, last)}` }}
      rows={contracts.map(({ id, organisation, startsOn, endsOn, extendsTo }) => ({
        key: id,
        label: `${organisation.name}: ${formatDate(endsOn)}`,
        spans: [
          { from: startsOn ?? `${months[0]}-01`, to: endsOn, look: 'solid' },
          ...(extendsTo && extendsTo > endsOn
            ? [{ from: endsOn, to: extendsTo, look: 'hatched' as const }]
            : []),
        ],
      }))}
    />
  )
}

const ContractsTable = ({ contracts }: { contracts: EndingContract[] }) => (
  <section class="app-scroll" tabindex={0} aria-label="The contracts">
    <Table
      class="app-contracts"
      caption="The contracts"
      captionClass="govuk-table__caption--m"
      head={[
        'Organisation',
        'Contract',
        'Supplier',
        'Ends',
        'May run to',
        { content: 'Value', format: 'numeric' },
      ]}
      rows={contracts.map(contract => [
        {
          content: (
            <>
              <OrganisationLink {...contract.organisation} />
              {contract.madeBy && `, made by ${contract.madeBy}`}
            </>
          ),
        },
        {
          content: (
            <>
              <Link href={contractPath(contract.id)}>{contract.title}</Link>
              <br />
              <span class="govuk-body-s">
                {contract.sourceName}, {formatDate(contract.sourceAsOf)}
              </span>
            </>
          ),
        },
        contract.supplier ?? 'Not said',
        { content: formatDate(contract.endsOn), class: 'app-contracts__date' },
        contract.extendsTo && contract.extendsTo > contract.endsOn
          ? { content: formatDate(contract.extendsTo), class: 'app-contracts__date' }
          : 'Not said',
        {
          content: contract.valuePounds === null ? 'Not said' : formatMoney(contract.valuePounds),
          format: 'numeric',
        },
      ])}
    />
  </section>
)

const soon = (endsOn: string, today: string) =>
  endsOn <= addMonths(today, 12) ? 3 : endsOn <= addMonths(today, 24) ? 2 : 1

const Where = ({ contracts, today }: Pick<WindowPageProps, 'contracts' | 'today'>) => {
  const first = new Map(contracts.toReversed().map(contract => [contract.organisation.id, contract]))
  const areas = [...first.values()].flatMap(({ organisation: { gssCode, name }, endsOn }) =>
    gssCode
      ? [{ gss: gssCode, level: soon(endsOn, today) as 1 | 2 | 3, label: `${name}: ${formatDate(endsOn)}` }]
      : [],
  )
  if (areas.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-s">Where they are</h2>
      <CouncilMap
        id="where"
        title="Where they are"
        description="A map of the organisations whose contracts end together. The table on this page names them all."
        highlighted={areas}
        keyWords={(
          [
            { level: 3, text: 'Ends within a year' },
            { level: 2, text: 'Ends within two years' },
            { level: 1, text: 'Ends later' },
          ] as const
        ).filter(({ level }) => areas.some(area => area.level === level))}
      />
    </>
  )
}

const Together = ({ matter, firstEnd, speaksFor, mayStart, isVisitor, isCurator, need }: WindowPageProps) => {
  if (firstEnd === null || (speaksFor && !mayStart && !isCurator && !need)) return null
  const path = windowPath(matter.slug, firstEnd)
  return (
    <Aside title="Do it together">
      {speaksFor && mayStart ? (
        <>
          <ButtonForm action={`${path}/problem`}>Start a joint problem</ButtonForm>
          <p class="govuk-body-s">
            A draft for {speaksFor.name}, with the service, the organisations and the days filled in. Nobody
            else sees it until you publish it.
          </p>
          <p class="govuk-body">
            <Link href={`${organisationPath(speaksFor.slug)}/partners?contracts=5`}>
              Who could do it with you
            </Link>
            , with what ends together counting most.
          </p>
        </>
      ) : speaksFor ? null : isVisitor ? (
        <p class="govuk-body">
          <Link href={signInHref(path)}>Sign in</Link> to start a joint problem with the service, the
          organisations and the days filled in.
        </p>
      ) : (
        <p class="govuk-body">
          <Link href="/account/organisations">Choose the organisation you speak for</Link> to start a joint
          problem.
        </p>
      )}
      {need && (
        <p class="govuk-body">
          There is a common need for it: <Link href={opportunityPath(need.slug)}>{need.title}</Link>.
        </p>
      )}
      {isCurator && !need && (
        <>
          <ButtonForm action={`${path}/need`} look="secondary">
            Make it a common need
          </ButtonForm>
          <p class="govuk-body-s">A proposal with these contracts in it. You word and publish it next.</p>
        </>
      )}
    </Aside>
  )
}

const Partners = ({ contracts }: Pick<WindowPageProps, 'contracts'>) => (
  <section>
    <SectionHeading lead="Each with those that could work with it, and why.">
      The organisations
    </SectionHeading>
    <ul class="govuk-list app-columns">
      {organisationsOf(contracts).map(({ id, name, slug }) => (
        <li key={id}>
          <Link href={`${organisationPath(slug)}/partners?contracts=5`}>{name}</Link>
        </li>
      ))}
    </ul>
  </section>
)

const sayExtensions = (contracts: EndingContract[]) => {
  const count = contracts.filter(({ endsOn, extendsTo }) => extendsTo && extendsTo > endsOn).length
  return count > 0 && `${countOf(count, 'contract')} may be extended, so that others can catch up.`
}

const Glance = ({ matter, contracts }: Pick<WindowPageProps, 'matter' | 'contracts'>) => (
  <Aside title="At a glance">
    <FactPairs
      facts={[
        ['Organisations', String(organisationsOf(contracts).length)],
        ['First end', formatDate(contracts[0]!.endsOn)],
        ['Last end', formatDate(contracts.at(-1)!.endsOn)],
        ['Money', sayMoney(contracts) ?? 'No value is known'],
        ['Service', matter.serviceId && <Link href={`/services/${matter.serviceId}`}>{matter.service}</Link>],
        ['Suppliers', String(new Set(contracts.flatMap(({ supplier }) => supplier ?? [])).size)],
      ]}
    />
  </Aside>
)

/** Contracts of several organisations that end near each other: which, whose, when, and what can be done with it. */
export const WindowPage = (props: WindowPageProps) => {
  const { matter, contracts, firstEnd, today } = props
  return (
    <>
      <Row>
        <Column share="two-thirds">
          <span class="govuk-caption-l">{kindWords[matter.kind]}</span>
          <h1 class="govuk-heading-l">{sayWindow(matter, contracts)}</h1>
          {firstEnd === null && (
            <InsetText>
              This is no longer a window: fewer than three organisations are left whose contracts end near
              each other, or the days have passed. What was in it stays here.{' '}
              <Link href="/horizon">See what ends together now</Link>.
            </InsetText>
          )}
          <p class="govuk-body-l">
            {countOf(organisationsOf(contracts).length, 'organisation')} could buy or build it together next
            time. {sayExtensions(contracts)}
          </p>
          <Partners contracts={contracts} />
        </Column>
        <Column share="one-third">
          <Together {...props} />
          {props.advice.map(({ label, href }) => (
            <p class="govuk-body-s" key={href}>
              <Link href={href}>{label}</Link>
            </p>
          ))}
          <Glance matter={matter} contracts={contracts} />
        </Column>
      </Row>
      <Ends contracts={contracts} />
      <p class="govuk-body-s">
        Full bars run to the last day of a contract, hatched ones to the last day with every extension.
      </p>
      {firstEnd && (
        <ul class="app-actions govuk-!-margin-bottom-6">
          <li>
            <Link href={`${windowPath(matter.slug, firstEnd)}/contracts.csv`}>These contracts (CSV)</Link>
          </li>
          <li>
            <Link href={`${windowPath(matter.slug, firstEnd)}/calendar.ics`}>
              Their last days as a calendar (iCalendar)
            </Link>
          </li>
        </ul>
      )}
      <ContractsTable contracts={contracts} />
      <Where contracts={contracts} today={today} />
    </>
  )
}
