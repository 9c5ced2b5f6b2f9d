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

/** Where an organisation has no contracts here; a supplier brings no register. */
export const NoneOf = (props: { name: string; slug: string; isLead: boolean; isSupplier: boolean }) =>
  props.isLead && !props.isSupplier ? (
    <p class="govuk-body">
      Bring in the register that {props.name} publishes: you see every line before it goes in.
    </p>
  ) : (
    <p class="govuk-body">
      Nothing that is here names a contract of {props.name}.{' '}
      {!props.isSupplier && (
        <>
          Councils publish registers of their contracts under the transparency code; those who lead{' '}
          {props.name} here can bring its own in:{' '}
          <Link href={`/organisations/${props.slug}/people`}>see who does, or ask to</Link>.{' '}
        </>
      )}
      <Link href="/contracts">See the contracts of others</Link>.
    </p>
  )
