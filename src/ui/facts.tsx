import type { ComponentChildren } from 'preact'

export interface Fact {
  figure: ComponentChildren
  meaning: ComponentChildren
}

/** A few figures with what they mean, ruled apart. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl class="app-facts">
    {facts.map(({ figure, meaning }) => (
      <div class="app-facts__fact">
        <dt class="app-facts__figure">{figure}</dt>
        <dd class="app-facts__meaning">{meaning}</dd>
      </div>
    ))}
  </dl>
)

/** Facts by their names, in a narrow column; one whose value is nothing is left out. */
export const FactPairs = ({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="app-pairs">
    {facts.map(
      ([label, value]) =>
        value && (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
)

interface AsideProps {
  title?: string
  children: ComponentChildren
}

/** A paper panel beside the main part. */
export const Aside = ({ title, children }: AsideProps) => (
  <div class="app-aside">
    {title && <h2 class="govuk-heading-s app-aside__title">{title}</h2>}
    {children}
  </div>
)
