const months = ['January to March', 'April to June', 'July to September', 'October to December']

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** So many quarters from the one that a day lies in, as their first and last days; 'YYYY-MM-DD'. */
export function quartersFrom(today: string, count: number): { firstDay: string; lastDay: string }[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const first = Math.floor((month - 1) / 3)
  return Array.from({ length: count }, (_, at) => ({
    firstDay: day(year, (first + at) * 3, 1),
    lastDay: day(year, (first + at + 1) * 3, 0),
  }))
}

/** '2027-01-01' → 'January to March 2027' */
export const sayQuarter = (firstDay: string) =>
  `${months[(Number(firstDay.slice(5, 7)) - 1) / 3]} ${firstDay.slice(0, 4)}`
