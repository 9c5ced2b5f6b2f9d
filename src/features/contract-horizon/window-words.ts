import { sayWorth } from '#features/opportunities/index.ts'
import { formatDate, formatDateRange } from '#ui/date.ts'
import { countOf, formatMoney } from '#ui/money.ts'
import type { Matter } from './matter.ts'
import type { EndingContract } from './window-queries.ts'

export const sayEnds = (firstEnd: string, lastEnd: string) =>
  firstEnd === lastEnd ? `on ${formatDate(firstEnd)}` : `from ${formatDateRange(firstEnd, lastEnd)}`

/** "5 organisations’ contracts for Waste collection end from 31 March to 30 June 2027" */
export const sayWindow = (matter: Pick<Matter, 'name'>, contracts: EndingContract[]) =>
  `${countOf(contracts.length, 'contract')} for ${matter.name} ${contracts.length === 1 ? 'ends' : 'end'} ${sayEnds(contracts[0]!.endsOn, contracts.at(-1)!.endsOn)}`

/** What is known of their money: "at least £1,250,000, by what is known of 3 of 5 contracts". */
export function sayMoney(contracts: Pick<EndingContract, 'valuePounds'>[]): string | null {
  const known = contracts.flatMap(({ valuePounds }) => valuePounds ?? [])
  if (known.length === 0) return null
  const sum = formatMoney(known.reduce((total, value) => total + Math.round(value * 100), 0) / 100)
  return known.length === contracts.length
    ? `${sum} in all, over the whole of each contract`
    : `At least ${sum}: the value of ${known.length} of ${countOf(contracts.length, 'contract')} is known`
}

/** The organisations of these contracts, each once, by the end of their first contract. */
export const organisationsOf = (contracts: EndingContract[]) => [
  ...new Map(contracts.map(({ organisation }) => [organisation.id, organisation])).values(),
]

const sayContract = ({ organisation, supplier, endsOn, extendsTo }: EndingContract) =>
  `${organisation.name}: ${supplier ? `with ${supplier}, ` : ''}ends on ${formatDate(endsOn)}${
    extendsTo && extendsTo > endsOn ? `, may be extended to ${formatDate(extendsTo)}` : ''
  }`

const longest = { title: 120, lines: 36, line: 90 }

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

/** A problem to begin with: its title, and what is known of the window. */
export function draftOf(matter: Matter, contracts: EndingContract[]) {
  const organisations = organisationsOf(contracts)
  const [first, last] = [contracts[0]!.endsOn, contracts.at(-1)!.endsOn]
  const years = formatDateRange(first.slice(0, 4), last.slice(0, 4))
  const said = contracts
    .slice(0, longest.lines)
    .map(contract => `- ${cut(sayContract(contract), longest.line)}`)
  const more = contracts.length - said.length
  const worth = sayWorth(contracts)
  return {
    title: cut(`Contracts for ${matter.name} end together: ${years}`, longest.title),
    happens: [
      `${countOf(organisations.length, 'organisation')} ${organisations.length === 1 ? 'has a contract' : 'have contracts'} for ${matter.name} that end ${sayEnds(first, last)}. Each would otherwise buy again alone.`,
      ...(worth === null ? [] : [`They are worth ${worth}.`]),
      [...said, ...(more > 0 ? [`- and ${countOf(more, 'more contract', 'more contracts')}`] : [])].join(
        '\n',
      ),
      'What makes this service worse or dearer today, and what should be different next time:',
    ].join('\n\n'),
    service_id: matter.serviceId,
  }
}

const longestSummary = 1900

/** A common need to begin with, for a curator to word. */
export function needOf(matter: Matter, contracts: EndingContract[]) {
  const { title, happens } = draftOf(matter, contracts)
  const names = organisationsOf(contracts).map(({ name }) => name)
  const summary = `${happens.split('\n\n')[0]} They are ${names.join(', ')}.`
  return { title, summary: cut(summary, longestSummary), contractIds: contracts.map(({ id }) => id) }
}
