import { organisationPath } from '#features/organisations/index.ts'
import { formatDate } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Details, InsetText, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { ShownReply } from '../reply.ts'
import {
  editSystemsPath,
  nameOf,
  productPath,
  satisfactionLabels,
  satisfactions,
  sayConfidence,
  sayEvidence,
  standingLabels,
  standingMeanings,
  standingOf,
  valueBandLabels,
  wouldMoveLabels,
} from '../system.ts'
import type { ShownSystem, Statement } from '../system-queries.ts'
import type { SystemWay } from '../system-ways.ts'
import { SaidBy } from './said-by.tsx'
import { SupplierReply } from './supplier-reply.tsx'
import { ContractOf, ServiceOf } from './system-row.tsx'

export type OrganisationSystemsPageProps = {
  organisation: { name: string; slug: string; short_name: string; status: string }
  systems: ShownSystem[]
  /** Of councils that became part of it. */
  inherited: { organisation: { name: string; slug: string }; systems: ShownSystem[] }[]
  statements: Map<string, Statement[]>
  replies: Map<string, ShownReply[]>
  /** It says itself what it runs. */
  saysItself: boolean
  /** Who looks speaks for it as a lead. */
  mayEdit: boolean
  /** The ids of systems of whose product the reader's organisation is the supplier, and where it replies. */
  replyHrefs: Map<string, string>
  /** What the reader can do about a system, by its id. */
  ways: Map<string, SystemWay[]>
}

const saysOf = ({ value_band, satisfaction, would_move }: ShownSystem) =>
  [
    value_band && valueBandLabels[value_band],
    satisfaction && `satisfaction ${satisfactionLabels[satisfactions[satisfaction - 1]!]}`,
    would_move && `would it move: ${wouldMoveLabels[would_move].toLowerCase()}`,
  ].filter(Boolean)

const StatementLine = ({ statement }: { statement: Statement }) => (
  <li>
    {statement.is_own ? (
      `${statement.source_name}, ${formatDate(statement.source_as_of)}`
    ) : (
      <>
        “{statement.product_as_published}”
        {statement.supplier_as_published && ` of ${statement.supplier_as_published}`}, {''}
        {statement.scope && `for ${statement.scope}, `}
        {statement.source_url ? (
          <Link href={statement.source_url}>{statement.source_name}</Link>
        ) : (
          statement.source_name
        )}
        , {formatDate(statement.source_as_of)}
        {statement.confidence && `, ${sayConfidence(statement.confidence)}`}
        {statement.evidence && `. It knows from ${sayEvidence(statement.evidence)}`}
        {statement.evidence_url && (
          <>
            {': '}
            <Link href={statement.evidence_url}>{statement.evidence_url}</Link>
          </>
        )}
        {statement.note && `. Note: ${statement.note}`}
      </>
    )}
  </li>
)

type SystemProps = Pick<OrganisationSystemsPageProps, 'statements' | 'replies' | 'replyHrefs' | 'ways'> & {
  system: ShownSystem
  heading: 'h2' | 'h3'
}

const System = ({ system, heading: Heading, statements, replies, replyHrefs, ways }: SystemProps) => {
  const standing = standingOf(system)
  const said = statements.get(system.id) ?? []
  const says = saysOf(system)
  const replyHref = replyHrefs.get(system.id)
  return (
    <article class="app-row" id={`system-${system.id}`}>
      <Heading class="app-row__title">
        {system.product_slug ? (
          <Link href={productPath(system.product_slug)}>{system.product}</Link>
        ) : (
          nameOf(system)
        )}
      </Heading>
      <MetaLine
        tag={standingLabels[standing]}
        items={[
          <ServiceOf {...system} />,
          system.supplier_slug && (
            <Link href={organisationPath(system.supplier_slug)}>{system.supplier}</Link>
          ),
          system.scope && `for ${system.scope}`,
          system.is_hidden && 'its product waits for a curator: only you see this',
          system.contract_id && <ContractOf {...system} />,
        ]}
      />
      {says.length > 0 && <p class="app-row__text">{says.join(' · ')}</p>}
      <p class="app-row__text">
        <SaidBy {...system} />
      </p>
      <Details summary={`${countOf(said.length, 'source')} in full`}>
        <ul class="govuk-list govuk-list--bullet">
          {said.map(statement => (
            <StatementLine key={statement.id} statement={statement} />
          ))}
        </ul>
      </Details>
      {replies.get(system.id)?.map(reply => (
        <SupplierReply key={reply.id} reply={reply} />
      ))}
      {ways.get(system.id)?.map(({ label, href }) => (
        <p class="govuk-body-s">
          <Link href={href} rel="nofollow">
            {label}
            <span class="govuk-visually-hidden"> about {nameOf(system)}</span>
          </Link>
        </p>
      ))}
      {replyHref && (
        <p class="govuk-body-s">
          <Link href={replyHref}>
            Reply as the supplier<span class="govuk-visually-hidden"> of {system.product}</span>
          </Link>
        </p>
      )}
    </article>
  )
}

/** All that is said of what an organisation runs, with every source. */
export const OrganisationSystemsPage = (props: OrganisationSystemsPageProps) => {
  const { organisation, systems, inherited, saysItself, mayEdit } = props
  const used = new Set(systems.map(standingOf))
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation.name}</span>
        <h1 class="govuk-heading-l">Systems {organisation.short_name} runs</h1>
        {mayEdit && (
          <>
            <p class="govuk-body">
              You speak for {organisation.name}. Confirm what is right and correct what is not: one form, one
              button.
            </p>
            <Button href={editSystemsPath(organisation.slug)}>Confirm or correct this list</Button>
          </>
        )}
        {systems.length === 0 && (
          <EmptyState title="No source names a system here yet">
            <p class="govuk-body">
              {saysItself &&
                `A lead of ${organisation.short_name} can say which systems it runs, after signing in. `}
              <Link href="/systems">See the systems of all councils</Link>.
            </p>
          </EmptyState>
        )}
        {systems.map(system => (
          <System key={system.id} system={system} heading="h2" {...props} />
        ))}
        {inherited.map(({ organisation: former, systems: theirs }) => (
          <section>
            <SectionHeading
              lead={`From a council that ${organisation.short_name} took over. It may have been replaced since.`}
            >
              {former.name}
            </SectionHeading>
            {theirs.map(system => (
              <System key={system.id} system={system} heading="h3" {...props} />
            ))}
          </section>
        ))}
      </Column>
      <Column share="one-third">
        <InsetText>
          {[...used].map(standing => (
            <p class="govuk-body-s">
              <Tag>{standingLabels[standing]}</Tag> {standingMeanings[standing]}.
            </p>
          ))}
          {saysItself && !mayEdit && (
            <p class="govuk-body-s">
              Only those who lead {organisation.short_name} here can confirm or correct its list:{' '}
              <Link href={editSystemsPath(organisation.slug)}>do so</Link>.
            </p>
          )}
        </InsetText>
      </Column>
    </Row>
  )
}
