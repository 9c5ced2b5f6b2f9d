import { type Hidden, WithheldNotice } from '#features/moderation/index.ts'
import { Column, Row } from '#ui/grid.tsx'

/** Stands at the address of what a curator took down. */
export const WithheldPage = ({ hidden }: { hidden: Hidden }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">This common need is not shown</h1>
      <WithheldNotice {...hidden} />
    </Column>
  </Row>
)
