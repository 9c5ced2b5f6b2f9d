import { ResultRow } from '#ui/result-row.tsx'
import { contractPath } from '../contract.ts'
import { sayEnd, sayValue } from '../contract-words.ts'
import type { ListedContract } from '../list-queries.ts'

type Props = {
  contract: ListedContract
  today: string
  /** The slug of the organisation whose list it is: its name is not said on every row. */
  of?: string
}

/** One contract in a list: who buys what from whom, and when it ends. */
export const ContractRow = ({ contract, today, of }: Props) => {
  const { id, title, organisation, supplier, service, value_pounds } = contract
  const isOwn = of === contract.organisationSlug
  return (
    <ResultRow
      title={title}
      href={contractPath(id)}
      headingLevel={2}
      who={isOwn ? supplier : organisation}
      meta={[
        !isOwn && supplier && of === undefined && `with ${supplier}`,
        sayEnd(contract, today),
        value_pounds ? sayValue(value_pounds) : null,
        service,
      ]}
      tag={contract.is_confirmed ? 'Confirmed' : undefined}
    />
  )
}
