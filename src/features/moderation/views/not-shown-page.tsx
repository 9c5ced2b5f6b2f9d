import { Column, Row } from '#ui/grid.tsx'
import type { Hidden } from '../moderation.ts'
import { WithheldNotice } from './withheld-notice.tsx'

/** Stands at the address of what a curator took down; `what` is "This project". */
export const NotShownPage = ({ what, hidden }: { what: string; hidden: Hidden }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{what} is not shown</h1>
      <WithheldNotice {...hidden} />
    </Column>
  </Row>
)
