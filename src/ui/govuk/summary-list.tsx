import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes, type Maybe } from './attributes.ts'

export interface Action {
  label: ComponentChildren
  href: string
  /** Says to a screen reader what the action is about. */
  hidden?: string
  class?: string
  attributes?: Attributes
}

export interface SummaryRow {
  key: ComponentChildren
  keyClass?: string
  value: ComponentChildren
  valueClass?: string
  actions?: Action[]
  actionsClass?: string
  class?: string
}

export interface Card {
  title?: ComponentChildren
  titleClass?: string
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  actions?: Action[]
  actionsClass?: string
  class?: string
  attributes?: Attributes
}

export interface SummaryListProps extends Attributes {
  rows: Maybe<SummaryRow>[]
  card?: Card
}

const ActionLink = ({ action, about }: { action: Action; about?: ComponentChildren }) => (
  <Anchor class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
    {action.label}
    {(action.hidden || about) && (
      <span class="govuk-visually-hidden">
        {action.hidden && ` ${action.hidden}`}
        {about && [' (', about, ')']}
      </span>
    )}
  </Anchor>
)

const SummaryCard = ({ card, children }: { card: Card; children: ComponentChildren }) => {
  const { title, actions = [] } = card
  const Heading = `h${card.headingLevel ?? 2}` as 'h2'
  const [only] = actions
  return (
    <div class={classes('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classes('govuk-summary-card__title', card.titleClass)}>{title}</Heading>}
        {only && actions.length === 1 && (
          <div class={classes('govuk-summary-card__actions', card.actionsClass)}>
            <ActionLink action={only} about={title} />
          </div>
        )}
        {actions.length > 1 && (
          <ul class={classes('govuk-summary-card__actions', card.actionsClass)}>
            {actions.map(action => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} about={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

const RowActions = ({ row, about }: { row: SummaryRow; about?: ComponentChildren }) => {
  const [only, ...more] = row.actions ?? []
  if (!only) return null
  return (
    <dd class={classes('govuk-summary-list__actions', row.actionsClass)}>
      {more.length === 0 ? (
        <ActionLink action={only} about={about} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {row.actions?.map(action => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} about={about} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

/** Keys with their values, and what one may do about each. */
export const SummaryList = ({ rows, card, class: extra, ...rest }: SummaryListProps) => {
  const anyActions = rows.some(row => !!row && !!row.actions?.length)
  const list = (
    <dl class={classes('govuk-summary-list', extra)} {...rest}>
      {rows.map(
        row =>
          row && (
            <div
              class={classes(
                'govuk-summary-list__row',
                anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
                row.class,
              )}
            >
              <dt class={classes('govuk-summary-list__key', row.keyClass)}>{row.key}</dt>
              <dd class={classes('govuk-summary-list__value', row.valueClass)}>{row.value}</dd>
              <RowActions row={row} about={card?.title} />
            </div>
          ),
      )}
    </dl>
  )
  return card ? <SummaryCard card={card}>{list}</SummaryCard> : list
}
