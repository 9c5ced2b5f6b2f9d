const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const pence = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** 1652 → '1,652', 721.51 → '722'. Most counts have no comma, and formatting each was a twentieth of a list's time. */
export const formatCount = (count: number) =>
  count >= 0 && count < 1000 && Number.isInteger(count) ? `${count}` : whole.format(count)

/** 1 → '1 council', 382 → '382 councils'. */
export const countOf = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** Pounds: 50000 → '£50,000', 69178.5 → '£69,178.50'. */
export const formatMoney = (pounds: number) =>
  `${pounds < 0 ? '−' : ''}£${(Number.isInteger(pounds) ? whole : pence).format(Math.abs(pounds))}`

/** Pounds, both ends included; an open band says under or over. */
export const formatMoneyBand = (from?: number | null, to?: number | null) => {
  if (from && to) return from === to ? formatMoney(from) : `${formatMoney(from)} to ${formatMoney(to)}`
  if (to) return `under ${formatMoney(to)}`
  return from ? `over ${formatMoney(from)}` : ''
}
