import { formatDate, formatDateRange } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { isOver, type Term } from './contract.ts'

export const notSaid = 'Not said'

/** "1 April 2024 to 31 March 2027", "from 1 April 2024, until somebody ends it". */
export function sayPeriod({ starts_on, ends_on, is_open_ended }: Term): string {
  if (is_open_ended)
    return starts_on ? `from ${formatDate(starts_on)}, until somebody ends it` : 'until somebody ends it'
  return formatDateRange(starts_on, ends_on) || notSaid
}

/** The end in a few words, for the line under a title. */
export function sayEnd(term: Term, today: string): string {
  const { ends_on, extends_to, is_open_ended } = term
  if (is_open_ended) return 'goes on until somebody ends it'
  if (!ends_on) return 'no end is given'
  if (isOver(term, today)) return `ended ${formatDate(extends_to ?? ends_on)}`
  if (ends_on < today) return `ended ${formatDate(ends_on)} unless it was extended`
  return `ends ${formatDate(ends_on)}`
}

export const sayExtension = ({
  extends_to,
  extension_as_published,
}: {
  extends_to: string | null
  extension_as_published: string | null
}): string =>
  [
    extends_to && `can run until ${formatDate(extends_to)}`,
    extension_as_published && `“${extension_as_published}”`,
  ]
    .filter(Boolean)
    .join(': ') || notSaid

export const sayValue = (pounds: number | null) => (pounds === null ? notSaid : formatMoney(pounds))

/** "Register of contracts, line 12". */
export const saySource = (name: string, line: number | null) =>
  line === null ? name : `${name}, line ${line}`

/** "Street lighting (by its title)"; nothing where it is not known. */
export function sayService(
  { service_from }: { service_from: keyof typeof serviceFromWords | null },
  name: string | undefined,
): string {
  if (service_from === null) return ''
  return `${name ?? 'For no one service'} (${serviceFromWords[service_from]})`
}

/** From what the service of a contract is known. */
export const serviceFromWords = {
  source: 'as the source says',
  title: 'by its title',
  cpv: 'by its procurement code',
  product: 'by the product it names',
  council: 'said by the council',
}
