/** A row as it stands in a file. `broken` says why nothing after it can be read. */
export type TableRow = { line: number; cells: string[]; broken?: string }

/** A table in a file: a CSV file has one, an Excel file one a sheet. `rows` can be walked as often as one likes. */
export type Table = { name: string | null; rows(): AsyncIterable<TableRow> }

export const isBlank = ({ cells }: TableRow) => cells.every(cell => cell.trim() === '')
