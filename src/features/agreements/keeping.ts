/** How long signatures are kept after a version was replaced or has ended: that long a claim on a contract can be brought (Limitation Act 1980, section 5). */
export const keptYears = 6

/** The day that long before another, 'YYYY-MM-DD'. */
export function yearsBefore(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year - keptYears, month - 1, date)).toISOString().slice(0, 10)
}
