import { ResultRow } from '#ui/result-row.tsx'
import { contractPath } from '../contract.ts'
import { sayEnd, sayValue } from '../contract-words.ts'
import type { ListedContract } from '../list-queries.ts'

/** One contract in a list: who buys what from whom, and when it ends. */
export const ContractRow = ({ contract, today }: { contract: ListedContract; today: string }) => {
  const { id, title, organisation, supplier, service, value_pounds } = contract
  return (
    <ResultRow
      title={title}
      href={contractPath(id)}
      headingLevel={2}
      who={organisation}
      meta={[
        supplier && `with ${supplier}`,
        sayEnd(contract, today),
        value_pounds !== null && sayValue(value_pounds),
        service,
      ]}
      tag={contract.is_confirmed ? 'Confirmed' : undefined}
    />
  )
}
