import type { ComponentChildren } from 'preact'
import { formatDate } from './date.ts'
import { Link } from './link.tsx'

interface SectionHeadingProps {
  id?: string
  /** One line on what stands below. */
  lead?: ComponentChildren
  children: ComponentChildren
}

/** Begins a part of a page, under a thick rule. */
export const SectionHeading = ({ id, lead, children }: SectionHeadingProps) => (
  <div class="app-section-heading">
    <h2 class="govuk-heading-m app-section-heading__title" id={id}>
      {children}
    </h2>
    {lead && <p class="app-section-heading__lead">{lead}</p>}
  </div>
)

interface EmptyStateProps {
  title: string
  /** What to do next; never only that there is nothing. */
  children: ComponentChildren
}

/** Stands where a list would be when there is nothing to list. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <div class="app-empty">
    <p class="app-empty__title">{title}</p>
    <div class="app-empty__next">{children}</div>
  </div>
)

/** What a person wrote, shown back to them. */
export const Quoted = ({ children }: { children: ComponentChildren }) => (
  <div class="app-quoted">{children}</div>
)

interface SourceLineProps {
  name: string
  href?: string | null
  /** As 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'. */
  date?: string | null
}

/** Says where a record comes from, and from when it is. */
export const SourceLine = ({ name, href, date }: SourceLineProps) => (
  <p class="app-source">
    Source: {href ? <Link href={href}>{name}</Link> : name}
    {date && (
      <>
        , <time datetime={date}>{formatDate(date)}</time>
      </>
    )}
  </p>
)
