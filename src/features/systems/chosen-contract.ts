import type { FieldError } from '#plumbing/form.ts'
import { fieldOf } from './confirmation-form.ts'
import { type Choice, type Days, type KnownContract, noneOfThese } from './contract-choice.ts'
import { isMoved, type Meant } from './meant.ts'

/** What a row says of its contract: which of those that are known it is, if any, and what days it gives it. */
export type Chosen = {
  contract: KnownContract | null
  /** Null where it says nothing of them. */
  days: Days | null
}

const columns = { starts: 'starts_on', ends: 'ends_on', extends: 'extends_to' } as const
const names = Object.keys(columns) as (keyof typeof columns)[]

const hasChanged = ({ row, system }: Meant, name: keyof typeof columns) =>
  row[name] !== (system?.shown?.[columns[name]] ?? null)

/** Whether the row gives days of a contract that did not stand in the form. */
const givesDays = (one: Meant) =>
  one.row.answer === 'so' &&
  names.some(name => one.row[name] !== null) &&
  names.some(name => hasChanged(one, name))

/** What was chosen: a contract, null for none of them, undefined where nothing was. */
function chosenBy(one: Meant): KnownContract | null | undefined {
  const { row, system, choice } = one
  if (row.contract === noneOfThese) return null
  const found = choice.contracts.find(({ id }) => id === row.contract)
  // What stood in the form for another product was not chosen for this one.
  if (found && !(isMoved(one) && found.id === system?.shown?.id)) return found
  return isMoved(one) || !system ? undefined : (system.shown ?? undefined)
}

/** The days as they are with what was changed in the form; what was left there stays as the contract has it. */
function daysOf(one: Meant, contract: KnownContract | null): Days {
  const dayOf = (name: keyof typeof columns) => {
    if (hasChanged(one, name)) return one.row[name]
    if (contract) return contract[columns[name]]
    return isMoved(one) ? null : one.row[name]
  }
  return { starts_on: dayOf('starts'), ends_on: dayOf('ends'), extends_to: dayOf('extends') }
}

/** What a row says of its contract; or that it must be asked which contract it is. */
export function contractChosen(one: Meant): Chosen | { isAsked: Choice } {
  const { row, system, choice } = one
  if (row.answer !== 'so')
    return {
      contract: choice.contracts.find(({ id }) => id === system?.linked_contract_id) ?? null,
      days: null,
    }
  const chosen = chosenBy(one)
  const isOpen = chosen === undefined && choice.contracts.length > 0
  if (isOpen && (givesDays(one) || ((isMoved(one) || row.isNew) && choice.sure))) return { isAsked: choice }
  const contract = chosen ?? null
  return { contract, days: givesDays(one) ? daysOf(one, contract) : null }
}

export const askWhich = (ref: string): FieldError => ({
  field: fieldOf('contract', ref),
  message: 'Say which contract this is: choose it, or “None of these”',
})

/** What cannot be so of the days that rows give: an end before the start, and two ends of one contract. */
export function wrongDays(rows: { ref: string; chosen: Chosen }[]): FieldError[] {
  const given = new Map<string, string>()
  return rows.flatMap(({ ref, chosen: { contract, days } }) => {
    if (!days) return []
    const error = (message: string) => [{ field: fieldOf('ends', ref), message }]
    if (days.starts_on && days.ends_on && days.ends_on < days.starts_on)
      return error('The contract ends before it starts: check both days')
    const said = JSON.stringify(days)
    if (contract && (given.get(contract.id) ?? said) !== said)
      return error('Another row gives the same contract other days: say them once')
    if (contract) given.set(contract.id, said)
    return []
  })
}
