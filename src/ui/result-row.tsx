import type { ComponentChildren } from 'preact'
import { Closeness, type Level, WhyBox } from './closeness.tsx'
import type { Maybe } from './govuk/attributes.ts'
import { Tag } from './govuk/text.tsx'
import { Link } from './link.tsx'

export interface RowAction {
  label: string
  href: string
}

export interface ResultRowProps {
  title: ComponentChildren
  href: string
  headingLevel?: 2 | 3
  closeness?: Level
  /** Who it is, in bold at the start of the line under the title. */
  who?: ComponentChildren
  meta?: Maybe<ComponentChildren>[]
  /** What must be known of it at once, in a few words. */
  tag?: string
  why?: ComponentChildren
  actions?: Maybe<RowAction>[]
  /** A sentence or two, not more. */
  children?: ComponentChildren
}

/** Facts in one line, with a middle dot between. */
export const MetaLine = ({
  who,
  items = [],
  tag,
}: {
  who?: ComponentChildren
  items?: Maybe<ComponentChildren>[]
  tag?: string
}) => {
  const shown = [who && <strong>{who}</strong>, ...items].filter(Boolean)
  return shown.length === 0 && !tag ? null : (
    <p class="app-meta">
      {tag && [<Tag>{tag}</Tag>, ' ']}
      {shown.map((item, index) => (index === 0 ? item : [' · ', item]))}
    </p>
  )
}

/** Quiet links in a line. `about` tells a screen reader which row each belongs to. */
export const ActionLine = ({ actions, about }: { actions: Maybe<RowAction>[]; about: ComponentChildren }) => (
  <ul class="app-actions">
    {actions.map(
      action =>
        action && (
          <li>
            <Link href={action.href}>
              {action.label}
              <span class="govuk-visually-hidden">: {about}</span>
            </Link>
          </li>
        ),
    )}
  </ul>
)

/** One thing found: how close, what, who, and why it is here. */
export const ResultRow = (props: ResultRowProps) => {
  const { title, href, headingLevel = 3, closeness, who, meta, tag, why, actions, children } = props
  const Heading = `h${headingLevel}` as 'h3'
  return (
    <article class="app-row">
      {closeness && <Closeness level={closeness} />}
      <Heading class="app-row__title">
        <Link href={href}>{title}</Link>
      </Heading>
      <MetaLine who={who} items={meta} tag={tag} />
      {children && <p class="app-row__text">{children}</p>}
      {why && <WhyBox>{why}</WhyBox>}
      {actions?.some(Boolean) && <ActionLine actions={actions} about={title} />}
    </article>
  )
}
