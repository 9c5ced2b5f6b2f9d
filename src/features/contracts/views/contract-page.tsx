import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { type Hidden, ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { ServiceLink } from '#features/services/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Table } from '#ui/govuk/table.tsx'
import { InsetText, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import { contractPath, contractsPath } from '../contract.ts'
import {
  notSaid,
  sayEnd,
  sayExtension,
  sayPeriod,
  saySource,
  sayValue,
  serviceFromWords,
} from '../contract-words.ts'
import type { Contract, MadeStatement } from '../page-queries.ts'

export type ContractPageProps = {
  contract: Contract
  /** The product that tells the service, where one does. */
  product: string | undefined
  /** The newest first: what the page shows. */
  statements: MadeStatement[]
  officers: Map<string, PersonName>
  hidden: Hidden | null
  mayCorrect: boolean
  /** Whether its words may be shown to this reader. */
  mayRead: boolean
  today: string
}

const Supplier = ({ supplier, supplier_as_published: published }: Contract) => {
  if (!supplier) return published ?? 'No supplier is given'
  return (
    <>
      <OrganisationLink {...supplier} />
      {published && published !== supplier.name && `, published as “${published}”`}
    </>
  )
}

const Service = ({ contract, product }: Pick<ContractPageProps, 'contract' | 'product'>) => {
  const { service, service_from, guess } = contract
  const from = service_from === 'product' && product ? `by the product ${product}` : null
  const known = service_from && ` (${from ?? serviceFromWords[service_from]})`
  if (service)
    return (
      <>
        <ServiceLink {...service} />
        {known}
      </>
    )
  if (service_from) return `For no one service of the list${known}`
  if (!guess) return notSaid
  return (
    <>
      Perhaps <ServiceLink {...guess} /> (guessed from the words)
    </>
  )
}

const Facts = (props: Pick<ContractPageProps, 'contract' | 'product'>) => {
  const { contract } = props
  const { description, reference, service_as_published, procurement, cpv } = contract
  return (
    <SummaryList
      rows={[
        { key: 'Bought by', value: <OrganisationLink {...contract.organisation} /> },
        { key: 'Supplier', value: <Supplier {...contract} /> },
        { key: 'Runs', value: sayPeriod(contract) },
        { key: 'Extension', value: sayExtension(contract) },
        {
          key: 'Value',
          value:
            contract.value_pounds === 0
              ? '£0 as published: often a value that was not given'
              : sayValue(contract.value_pounds),
        },
        {
          key: 'Service',
          value: <Service {...props} />,
        },
        description !== null && { key: 'What it is for', value: <Paragraphs text={description} /> },
        service_as_published !== null && { key: 'Department or category', value: service_as_published },
        reference !== null && { key: 'Reference', value: reference },
        procurement !== null && { key: 'How it was bought', value: procurement },
        cpv !== null && { key: 'Procurement codes (CPV)', value: cpv },
        contract.ocid !== null && { key: 'Open Contracting ID', value: contract.ocid },
      ]}
    />
  )
}

const Statements = ({ statements, officers }: Pick<ContractPageProps, 'statements' | 'officers'>) => (
  <section>
    <SectionHeading lead="A newer source takes the place of an older one; what was said before stays here.">
      Every source, the newest first
    </SectionHeading>
    <section class="app-scroll" tabindex={0} aria-label="Every source">
      <Table
        head={['Date', 'Source', 'Runs', 'Supplier', { content: 'Value', format: 'numeric' }]}
        firstCellIsHeader
        rows={statements.map(({ said, asOf, sourceName, sourceUrl, line, personId, isConfirmed }) => [
          formatDate(asOf),
          {
            content: (
              <>
                {sourceUrl ? (
                  <Link href={sourceUrl}>{saySource(sourceName, line)}</Link>
                ) : (
                  saySource(sourceName, line)
                )}
                {isConfirmed && line === null && (
                  <>
                    {' '}
                    by <OfficerName person={officers.get(personId ?? '')} />
                  </>
                )}
              </>
            ),
          },
          sayPeriod(said),
          said.supplier_as_published ?? notSaid,
          { content: sayValue(said.value_pounds), format: 'numeric' },
        ])}
      />
    </section>
  </section>
)

/** What an organisation buys from a supplier between two days, and who says so. */
export const ContractPage = (props: ContractPageProps) => {
  const { contract, hidden, mayRead, today } = props
  const { id, organisation } = contract
  if (!mayRead)
    return (
      <>
        <h1 class="govuk-heading-l">Contract</h1>
        {hidden && <WithheldNotice {...hidden} />}
      </>
    )
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Contract of {organisation.name}</span>
        <h1 class="govuk-heading-l">{contract.title}</h1>
        {hidden && <WithheldNotice {...hidden} />}
        <p class="govuk-body">
          {contract.is_confirmed ? (
            <>
              <Tag>Confirmed</Tag> by {organisation.name} itself
            </>
          ) : (
            <>
              <Tag class="govuk-tag--grey">Not confirmed</Tag> As published; {organisation.name} has not said
              so here
            </>
          )}
        </p>
        <InsetText>
          {sayEnd(contract, today).replace(/^./, first => first.toUpperCase())}
          {'.'}
        </InsetText>
        <Facts {...props} />
        <SourceLine
          name={saySource(contract.source_name, contract.source_line)}
          href={contract.source_url}
          date={contract.source_as_of}
        />
        {props.mayCorrect && (
          <Button href={`${contractPath(id)}/correction`} class="govuk-button--secondary">
            Correct or confirm it for {organisation.name}
          </Button>
        )}
        <Statements {...props} />
        <ReportLink kind="contract" id={id} />
      </Column>
      <Column share="one-third">
        <Aside title="More">
          <p class="govuk-body-s">
            <Link href={contractsPath(organisation.slug)}>All contracts of {organisation.name}</Link>
          </p>
          {contract.supplier && (
            <p class="govuk-body-s">
              <Link href={contractsPath(contract.supplier.slug)}>
                What {contract.supplier.name} supplies to councils
              </Link>
            </p>
          )}
          <p class="govuk-body-s">Last changed here: {formatDate(londonDay(contract.changed_at))}</p>
        </Aside>
      </Column>
    </Row>
  )
}
