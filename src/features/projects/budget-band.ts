/** Whole pounds. `min` is 0 for "up to", `max` is null for "or more"; both are the same for an exact sum. */
export type BudgetBand = { min: number; max: number | null }

const amount = /£? ?(\d[\d,]*(?:\.\d+)?) ?(k|m|thousand|million)?\b/gi
const openEnded = /\+|\b(over|above|more than|at least|from|or more|and above|plus)\b/i
const capped = /^[<≤]|\b(under|up to|less than|below|at most|maximum)\b/i

/** Reads "£50K > £100k", "£250,000 to £500,000", "up to £50k", "over £1m", "£75,000". Undefined when no sum is named. */
export function readBudgetBand(text: string): BudgetBand | undefined {
  const sums = [...text.matchAll(amount)].map(([, digits, unit]) => pounds(digits!, unit))
  const [first, second] = sums
  if (first === undefined || sums.length > 2) return undefined
  if (second !== undefined) return { min: Math.min(first, second), max: Math.max(first, second) }
  if (capped.test(text.trim())) return { min: 0, max: first }
  return { min: first, max: openEnded.test(text) || /^>|>$/.test(text.trim()) ? null : first }
}

function pounds(digits: string, unit = ''): number {
  const factor = { k: 1_000, t: 1_000, m: 1_000_000 }[unit.charAt(0).toLowerCase()] ?? 1
  return Math.round(Number(digits.replaceAll(',', '')) * factor)
}
