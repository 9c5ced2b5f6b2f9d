import { Button } from '#ui/govuk/button.tsx'
import { Link } from '#ui/link.tsx'
import { contractsPath } from '../contract.ts'

/** What those who lead an organisation can do with its contracts. */
export const LeadActions = ({ slug }: { slug: string }) => (
  <>
    <Button href={`${contractsPath(slug)}/import`}>Bring in the register of contracts</Button>
    <p class="govuk-body">
      <Link href={`${contractsPath(slug)}/imports`}>Files that were brought in before</Link>
    </p>
  </>
)

/** Where an organisation has no contracts here. */
export const NoneOf = ({ name, isLead }: { name: string; isLead: boolean }) =>
  isLead ? (
    <p class="govuk-body">
      Bring in the register that {name} publishes: you see every line before it goes in.
    </p>
  ) : (
    <p class="govuk-body">
      Nothing that is here names a contract of {name}. Councils publish registers of their contracts under the
      transparency code; those who lead an organisation here can bring theirs in.{' '}
      <Link href="/contracts">See the contracts of others</Link>.
    </p>
  )
