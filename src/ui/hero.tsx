import type { ComponentChildren } from 'preact'
import { Column, Row } from './grid.tsx'

interface HeroProps {
  title: ComponentChildren
  lead?: ComponentChildren
  /** Stands beside the main part on wide screens, such as `Facts`. */
  beside?: ComponentChildren
  children?: ComponentChildren
}

/** The paper band at the top of a page, with its one clear action. */
export const Hero = ({ title, lead, beside, children }: HeroProps) => (
  <div class="app-hero">
    <div class="govuk-width-container">
      <Row>
        <Column share={beside ? 'two-thirds' : 'full'}>
          <h1 class="govuk-heading-xl app-hero__title">{title}</h1>
          {lead && <p class="govuk-body-l app-hero__lead">{lead}</p>}
          {children}
        </Column>
        {beside && (
          <Column share="one-third">
            <div class="app-hero__beside">{beside}</div>
          </Column>
        )}
      </Row>
    </div>
  </div>
)
