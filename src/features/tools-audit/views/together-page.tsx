import { OrganisationField, type OrganisationName } from '#features/organisations/index.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Compatibility, InTheWay } from '../compatibility.ts'
import type { Tool } from '../queries.ts'
import { alwaysThere, editToolsPath, purposeLabels, purposes, toolPath, toolsOfPath } from '../tool.ts'
import { OnlyForPublicSector } from './only-for-public-sector.tsx'

/** A partner, as the reader sees it: whether they speak for it themselves. */
export type TogetherPartner = OrganisationName & { isOwn: boolean }

type Together = Compatibility<Tool, TogetherPartner>

export type TogetherPageProps = {
  partners: TogetherPartner[]
  /** Names of those that are more than can be looked at together. */
  leftOut: string[]
  /** Null where the reader may not see what these said. */
  together: Together | null
  /** What was typed to add one, where it was no organisation's name. */
  typed: string
  suggestions: OrganisationName[]
  isVisitor: boolean
  /** This page, for coming back after signing in. */
  path: string
}

const Picker = ({ partners, typed, suggestions }: TogetherPageProps) => (
  <form action="/tools/together" method="get">
    {partners.length > 0 && (
      <Checkboxes
        name="with"
        class="govuk-checkboxes--small"
        fieldset={{ legend: 'Partners', legendClass: 'govuk-fieldset__legend--s' }}
        items={partners.map(({ slug, name }) => ({ value: slug, label: name, checked: true }))}
      />
    )}
    <OrganisationField
      name="add"
      label={partners.length === 0 ? 'Name of a partner' : 'Add a partner'}
      value={typed}
      suggestions={suggestions}
      error={
        typed && suggestions.length === 0
          ? `We know no organisation called “${typed}”. Write its name as it stands in the list of councils`
          : undefined
      }
    />
    <Button class={partners.length > 0 ? 'govuk-button--secondary' : undefined}>
      {partners.length === 0 ? 'Add this organisation' : 'Update the list'}
    </Button>
  </form>
)

const Names = ({ partners }: { partners: TogetherPartner[] }) => (
  <>{partners.map(({ name }) => name).join(', ')}</>
)

const Ask = ({ partner, what }: { partner: TogetherPartner; what?: string }) =>
  partner.isOwn ? (
    <>
      {partner.name} has not said{what && ` ${what}`}: <Link href={editToolsPath(partner.slug)}>say it</Link>
    </>
  ) : (
    <>
      {partner.name} has not said{what && ` ${what}`}: <Link href={toolsOfPath(partner.slug)}>ask them</Link>
    </>
  )

/** Whether a partner has said of no tool whether it can open it. */
const isSilent = ({ allCanOpen, allCanView, toBeAsked, blocked }: Together, { id }: TogetherPartner) =>
  allCanOpen.length + allCanView.length === 0 &&
  [...toBeAsked, ...blocked].every(({ inTheWay }) => inTheWay.unknown.some(partner => partner.id === id))

/** The tools of which more is to be asked than what silent partners can open at all. */
const withoutSilent = (together: Together): Together['toBeAsked'] =>
  together.toBeAsked.flatMap(({ tool, inTheWay }) => {
    const unknown = inTheWay.unknown.filter(partner => !isSilent(together, partner))
    return unknown.length + inTheWay.view.length > 0 ? [{ tool, inTheWay: { ...inTheWay, unknown } }] : []
  })

const Silent = ({ partners }: { partners: TogetherPartner[] }) =>
  partners.length > 0 ? (
    <InsetText>
      <ul class="govuk-list govuk-!-margin-bottom-0">
        {partners.map(partner => (
          <li key={partner.id}>
            <Ask partner={partner} what="yet which tools its people can open" />
          </li>
        ))}
      </ul>
    </InsetText>
  ) : null

const Hindrances = ({ inTheWay: { blocked, view, unknown } }: { inTheWay: InTheWay<TogetherPartner> }) => (
  <ul class="govuk-list">
    {blocked.length > 0 && (
      <li>
        Blocked at <Names partners={blocked} />
      </li>
    )}
    {view.length > 0 && (
      <li>
        <Names partners={view} /> can view only
      </li>
    )}
    {unknown.map(partner => (
      <li>
        <Ask partner={partner} />
      </li>
    ))}
  </ul>
)

const ToolLink = ({ tool }: { tool: Tool }) => <Link href={toolPath(tool.slug)}>{tool.name}</Link>

const AllCan = ({ together: { allCanOpen, allCanView } }: { together: Together }) => (
  <>
    <section>
      <SectionHeading lead="Each of these partners said so within the last year.">
        All can open and use
      </SectionHeading>
      {allCanOpen.length === 0 ? (
        <EmptyState title="No tool that all of them said they can open">
          <p class="govuk-body">Work by e-mail and telephone, as below, and ask those who have not said.</p>
        </EmptyState>
      ) : (
        <ul class="govuk-list">
          {allCanOpen.map(tool => (
            <li key={tool.id}>
              <strong>
                <ToolLink tool={tool} />
              </strong>
              : {tool.purposes.map(purpose => purposeLabels[purpose].toLowerCase()).join(', ')}
            </li>
          ))}
        </ul>
      )}
    </section>
    {allCanView.length > 0 && (
      <section>
        <SectionHeading lead="Good for showing; not for working in it together.">
          All can at least view
        </SectionHeading>
        <ul class="govuk-list">
          {allCanView.map(({ tool, onlyView }) => (
            <li key={tool.id}>
              <strong>
                <ToolLink tool={tool} />
              </strong>
              : <Names partners={onlyView} /> can view only
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
)

const Others = ({ title, rows }: { title: string; rows: Together['blocked'] }) =>
  rows.length === 0 ? null : (
    <section>
      <SectionHeading>{title}</SectionHeading>
      <SummaryList
        rows={rows.map(({ tool, inTheWay }) => ({
          key: <ToolLink tool={tool} />,
          value: <Hindrances inTheWay={inTheWay} />,
        }))}
      />
    </section>
  )

/** For each purpose what all can use, and what is always there. */
const Fallbacks = ({ together }: { together: Together | null }) => (
  <section>
    <SectionHeading lead="E-mail and telephone need nothing that a desktop can block.">
      {together ? 'What to use for what' : 'What always works'}
    </SectionHeading>
    <SummaryList
      rows={purposes.map(purpose => {
        const forIt = (tools: Tool[]) =>
          tools.filter(tool => tool.purposes.includes(purpose)).map(tool => tool.name)
        const open = forIt(together?.allCanOpen ?? [])
        const view = forIt(together?.allCanView.map(({ tool }) => tool) ?? [])
        return {
          key: purposeLabels[purpose],
          value: (
            <>
              {open.length > 0 && <p class="govuk-body">{open.join(', ')}</p>}
              {view.length > 0 && <p class="govuk-body">To look at: {view.join(', ')}</p>}
              <p class="govuk-body">
                {open.length > 0 && 'Or without: '}
                {alwaysThere[purpose]}
              </p>
            </>
          ),
        }
      })}
    />
  </section>
)

/** What partners can all use, and what stands in the way of the rest. */
export const TogetherPage = (props: TogetherPageProps) => {
  const { partners, leftOut, together, isVisitor, path } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">What partners can all use</h1>
        <p class="govuk-body-l">
          Pick the organisations that are to work together. The address of this page keeps your choice: send
          it to them.
        </p>
        {leftOut.length > 0 && (
          <InsetText>
            {partners.length} partners are looked at together at most. What stands here says nothing of{' '}
            {leftOut.join(', ')}.
          </InsetText>
        )}
        <Picker {...props} />
        {partners.length === 1 && <p class="govuk-body">Add another to see what both can use.</p>}
        {partners.length > 1 && together === null && (
          <OnlyForPublicSector isVisitor={isVisitor} path={path} />
        )}
        {together && partners.length > 1 && (
          <>
            <Silent partners={partners.filter(partner => isSilent(together, partner))} />
            <AllCan together={together} />
            <Others title="Ask before you choose one of these" rows={withoutSilent(together)} />
            <Others title="Blocked for at least one of them" rows={together.blocked} />
          </>
        )}
        {partners.length > 1 && <Fallbacks together={together} />}
      </Column>
    </Row>
  )
}
