import type { OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { answerField } from '../answers-form.ts'
import type { SaidAnswer, Tool } from '../queries.ts'
import {
  answerLabels,
  answers,
  editToolsPath,
  purposeLabels,
  sayFewest,
  togetherPath,
  toolPath,
  toolsOfPath,
} from '../tool.ts'
import { OnlyForPublicSector } from './only-for-public-sector.tsx'

const WhoSees = () => (
  <p class="govuk-body">
    Councils and other public bodies can see it. Everyone else sees only how many organisations can open a
    tool and how many cannot, once {sayFewest} have said: what a desktop blocks can help somebody to attack
    it.
  </p>
)

const whenSaid = (said: SaidAnswer | undefined) =>
  said && `Said on ${formatDate(said.said_on)}${said.is_stale ? ', which is too long ago to count' : ''}.`

export type AnswersFormPageProps = {
  organisation: OrganisationName
  tools: Tool[]
  said: SaidAnswer[]
  form: FormState
}

/** One choice for each tool, for those who speak for an organisation. */
export const AnswersFormPage = ({ organisation, tools, said, form }: AnswersFormPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Which tools can you open?</h1>
      <p class="govuk-body-l">
        As things are on the desktops that most of your colleagues have. An answer counts for a year.
      </p>
      <WhoSees />
      <PostForm action={editToolsPath(organisation.slug)}>
        {tools.map(tool => {
          const choice = choiceIn(form, answerField(tool.id))
          return (
            <Radios
              key={tool.id}
              {...choice.field}
              class="govuk-radios--small govuk-radios--inline"
              fieldset={{ legend: tool.name, legendClass: 'govuk-fieldset__legend--s' }}
              hint={[
                tool.purposes.map(purpose => purposeLabels[purpose]).join(', '),
                whenSaid(said.find(({ tool_id }) => tool_id === tool.id)),
              ]
                .filter(Boolean)
                .join('. ')}
              items={answers.map(value => ({
                value,
                label: answerLabels[value],
                checked: choice.isChosen(value),
              }))}
            />
          )
        })}
        <Button preventDoubleClick>Save for {organisation.name}</Button>
      </PostForm>
    </Column>
  </Row>
)

export type ToolsOfPageProps = {
  organisation: OrganisationName
  tools: Tool[]
  /** What it said; null where the reader may not see it. */
  said: SaidAnswer[] | null
  isVisitor: boolean
  editHref?: string
  /** Where the reader asks to meet it; absent where that is not theirs. */
  askHref?: string
}

/** What an organisation says that it can open. */
export const ToolsOfPage = (props: ToolsOfPageProps) => {
  const { organisation, tools, said, isVisitor, editHref, askHref } = props
  const saying = (answer: SaidAnswer['answer']) =>
    tools.flatMap(tool => {
      const found = said?.find(each => each.tool_id === tool.id && each.answer === answer && !each.is_stale)
      return found ? [{ tool, found }] : []
    })
  const known = new Set(said?.filter(({ is_stale }) => !is_stale).map(({ tool_id }) => tool_id))
  const unknown = tools.filter(({ id }) => !known.has(id))
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation.name}</span>
        <h1 class="govuk-heading-l">Tools it can open</h1>
        {said === null ? (
          <>
            <OnlyForPublicSector isVisitor={isVisitor} path={toolsOfPath(organisation.slug)} />
            <p class="govuk-body">
              <Link href="/tools">See the register of tools</Link>, with how many organisations can open each.
            </p>
          </>
        ) : (
          <>
            {editHref && <Button href={editHref}>Say which tools you can open</Button>}
            {known.size === 0 && (
              <EmptyState title={`${organisation.name} has not said yet`}>
                {askHref ? (
                  <p class="govuk-body">
                    <Link href={askHref}>Ask to meet them</Link>: agree on e-mail and telephone until you
                    know.
                  </p>
                ) : (
                  <p class="govuk-body">Until it does, agree on e-mail and telephone.</p>
                )}
              </EmptyState>
            )}
            {(['open', 'view', 'blocked'] as const).map(answer => {
              const rows = saying(answer)
              return rows.length === 0 ? null : (
                <section>
                  <SectionHeading>{answerLabels[answer]}</SectionHeading>
                  <ul class="govuk-list">
                    {rows.map(({ tool, found }) => (
                      <li>
                        <Link href={toolPath(tool.slug)}>{tool.name}</Link>, said on{' '}
                        {formatDate(found.said_on)}
                      </li>
                    ))}
                  </ul>
                </section>
              )
            })}
            {known.size > 0 && unknown.length > 0 && (
              <section>
                <SectionHeading lead="Not said, or more than a year ago.">Not known</SectionHeading>
                <p class="govuk-body">{unknown.map(({ name }) => name).join(', ')}</p>
              </section>
            )}
            <p class="govuk-body">
              <Link href={togetherPath([organisation.slug])}>
                See what {organisation.name} and others can all use
              </Link>
            </p>
            <WhoSees />
          </>
        )}
      </Column>
    </Row>
  )
}
