import { recordActivities } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { type ContractKeys, keysOf, likelyContract, matterOf, sameContract } from './identity.ts'
import { showNewest } from './renewing-actions.ts'
import type { SaidContract } from './said-contract.ts'
import {
  insertContracts,
  insertStatements,
  listSaidAlready,
  lockContracts,
  renewContracts,
  type StatementRow,
  type StoredContract,
} from './stored-contracts.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** A source, or the council itself, said something of a contract. */
    'contract.stated': { importId: string | null; isNew: boolean }
    /** Nothing is said of it any more. */
    'contract.removed': { importId: string }
  }
}

/** What one source says of one contract of an organisation. */
export type Statement = {
  organisationId: string
  said: SaidContract
  supplierId: string | null
  /** Where in the file it stands. */
  line: number | null
  importId: string | null
  /** Who said it for the council; null with a file. */
  personId: string | null
  isConfirmed: boolean
  source: { name: string; url: string | null; asOf: string }
}

export type Stated =
  | { contractId: string; outcome: 'added' | 'changed' | 'unchanged' }
  /** The file says it twice. */
  | { twice: true }

type Matching = Statement & {
  keys: ContractKeys
  key: string
  contractId?: string
  isNew: boolean
  /** Another statement of the same file that is about the same contract, from another day. */
  after?: Matching
}

/** Which contract each statement is about: one that is there already, each for one statement, or a new one. */
function match(statements: Statement[], known: StoredContract[]): (Matching | 'twice')[] {
  const matching = statements.map((statement): Matching => {
    const keys = keysOf(statement.said)
    return { ...statement, keys, key: keys.base, isNew: false }
  })
  const twice = new Set(withinFile(matching, known))
  const open = () => matching.filter(one => !one.contractId && !one.after && !twice.has(one))
  const taken = new Set<string>()
  const candidates = (one: Matching, keys: string[]) =>
    known.filter(
      contract =>
        contract.organisationId === one.organisationId &&
        keys.includes(contract.key) &&
        !taken.has(contract.id) &&
        (one.importId === null || contract.importId !== one.importId),
    )
  const take = (one: Matching, found: StoredContract | undefined) => {
    if (found) taken.add(found.id)
    one.contractId = found?.id
  }
  // Those that are surely the same go first, so that no other line of the file takes their contract.
  for (const one of open()) take(one, sameContract(one.said, candidates(one, Object.values(one.keys))))
  for (const one of open()) take(one, likelyContract(one.said, candidates(one, [one.keys.base])))
  const keysTaken = new Set(known.map(({ organisationId, key }) => `${organisationId} ${key}`))
  for (const one of open()) {
    const key = Object.values(one.keys).find(key => !keysTaken.has(`${one.organisationId} ${key}`))
    if (!key) {
      twice.add(one)
      continue
    }
    keysTaken.add(`${one.organisationId} ${key}`)
    Object.assign(one, { key, contractId: newId(), isNew: true })
  }
  for (const one of matching) if (one.after) one.contractId = one.after.contractId
  return matching.map(one => (twice.has(one) || !one.contractId ? 'twice' : one))
}

/** Lines of one file about the same contract: of two from the same day the second says it twice; from another day it says it anew. */
function withinFile(matching: Matching[], known: StoredContract[]): Matching[] {
  const seen = new Map<string, Matching[]>()
  return matching.filter(one => {
    const { organisationId, importId, keys, said, source } = one
    const place = `${organisationId} ${keys.whole}`
    const before = seen.get(place) ?? []
    seen.set(place, [...before, one])
    if (before.length > 0) {
      one.after = before[0]
      return before.some(other => other.source.asOf === source.asOf)
    }
    const stored = known.find(
      contract =>
        importId !== null &&
        contract.importId === importId &&
        contract.organisationId === organisationId &&
        contract.key.startsWith(keys.base) &&
        matterOf(contract) === matterOf(said),
    )
    one.contractId = stored?.id
    return stored?.asOf === source.asOf
  })
}

const statementRow = (one: Statement, contract_id: string, made_at: Date): StatementRow => ({
  id: newId(),
  contract_id,
  import_id: one.importId,
  person_id: one.personId,
  line: one.line,
  said: one.said,
  supplier_id: one.supplierId,
  is_confirmed: one.isConfirmed,
  as_of: one.source.asOf,
  source_name: one.source.name,
  source_url: one.source.url,
  made_at,
})

/**
 * Keeps what sources say of contracts, one result for each in the same order. A contract shows the statement with the
 * newest day; what was said before stays. The same words from the same source of the same day change nothing.
 */
export async function writeStatements(
  trx: Db,
  clock: Clock,
  actor: Actor,
  statements: Statement[],
): Promise<Stated[]> {
  const keys = statements.flatMap(({ said }) => Object.values(keysOf(said)))
  const known = await lockContracts(
    trx,
    statements.map(({ organisationId }) => organisationId),
    keys,
  )
  const matched = match(statements, known)
  const rows = matched.map(one => (one === 'twice' ? null : statementRow(one, one.contractId!, clock.now())))
  const fresh = matched.flatMap((one, at) => {
    if (one === 'twice' || !one.isNew) return []
    return [{ id: one.contractId!, organisationId: one.organisationId, key: one.key, statement: rows[at]! }]
  })
  const added = await insertContracts(trx, fresh, clock.now())
  const already = await listSaidAlready(
    trx,
    rows.filter(row => row !== null && !added.has(row.contract_id)) as StatementRow[],
  )
  const first = new Set(fresh.map(({ statement }) => statement))
  const isLost = (one: Matching) => (one.isNew || one.after?.isNew) && !added.has(one.contractId!)
  const said = matched.flatMap((one, at) => {
    const row = rows[at]!
    return one === 'twice' || isLost(one) || already.has(row.id) ? [] : [row]
  })
  await insertStatements(trx, said)
  const again = said.filter(row => !added.has(row.contract_id) || !first.has(row))
  const [renewed, addedAndRenewed] = [false, true].map(isAdded => [
    ...new Set(again.map(row => row.contract_id).filter(id => added.has(id) === isAdded)),
  ])
  await renewContracts(trx, addedAndRenewed!, clock.now())
  await showNewest(trx, clock, actor, renewed!)
  await recordActivities(
    trx,
    clock,
    said.map(({ contract_id, import_id }) => ({
      kind: 'contract.stated',
      subject: { kind: 'contract', id: contract_id },
      actor,
      detail: { importId: import_id, isNew: added.has(contract_id) },
    })),
  )
  return matched.map((one, at) => {
    if (one === 'twice' || isLost(one)) return { twice: true }
    const outcome = already.has(rows[at]!.id) ? 'unchanged' : one.isNew ? 'added' : 'changed'
    return { contractId: one.contractId!, outcome }
  })
}

/** Keeps what the council itself says of one contract that is there. */
export async function stateContract(
  trx: Db,
  clock: Clock,
  actor: Actor,
  contractId: string,
  statement: Statement,
): Promise<void> {
  const now = clock.now()
  await insertStatements(trx, [statementRow(statement, contractId, now)])
  await showNewest(trx, clock, actor, [contractId])
  await recordActivities(trx, clock, [
    {
      kind: 'contract.stated',
      subject: { kind: 'contract', id: contractId },
      actor,
      detail: { importId: null, isNew: false },
    },
  ])
}
