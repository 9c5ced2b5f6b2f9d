import type { OrganisationName } from '#features/organisations/index.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { countOf } from '#ui/money.ts'
import type { Deciders } from '../letters.ts'

export type Asked = { organisation: OrganisationName; whom: Deciders; count: number }

const AskedLine = ({ organisation: { name }, whom, count }: Asked) => (
  <p class="govuk-body">
    {whom === 'leads'
      ? `${countOf(count, 'lead')} of ${name} ${count === 1 ? 'was' : 'were'} asked by mail to confirm that you speak for it.`
      : `Nobody leads for ${name} here yet, so the curators of Pipeline were asked to confirm that you speak for it.`}
  </p>
)

/** Says who was asked to confirm a person, and what they can do meanwhile. */
export const AskedPage = ({ asked, next }: { asked: Asked[]; next: string }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Your request is on its way</h1>
      {asked.map(request => (
        <AskedLine {...request} />
      ))}
      <p class="govuk-body">
        You get a mail when it is decided. Until then you can read everything that is public, and check a
        problem before you start; to publish waits for the answer.
      </p>
      <Button href={next}>Go on</Button>
    </Column>
  </Row>
)
