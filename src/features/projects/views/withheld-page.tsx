import { type Hidden, WithheldNotice } from '#features/moderation/index.ts'
import { Column, Row } from '#ui/grid.tsx'

/** Stands at the address of a project that a curator took down: that and why, and nothing of what it said. */
export const WithheldPage = ({ hidden }: { hidden: Hidden }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">This project is not shown</h1>
      <WithheldNotice {...hidden} />
    </Column>
  </Row>
)
