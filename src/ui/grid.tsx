import type { ComponentChildren } from 'preact'

type Share = 'full' | 'one-half' | 'one-third' | 'two-thirds' | 'one-quarter' | 'three-quarters'

/** Columns side by side from a tablet on, below each other on a phone. */
export const Row = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-grid-row">{children}</div>
)

export const Column = ({ share, children }: { share: Share; children: ComponentChildren }) => (
  <div class={`govuk-grid-column-${share}`}>{children}</div>
)
