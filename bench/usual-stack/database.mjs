import pg from 'pg'

// Dates as they are written: node-postgres would make midnights of them.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

/** Conditions with their values: `add` gives the place of a value, `$1`, `$2` … */
export function conditions() {
  const values = []
  const clauses = []
  return {
    values,
    add(clause, value) {
      values.push(value)
      clauses.push(clause.replace('?', `$${values.length}`))
    },
    where: () => (clauses.length > 0 ? `where ${clauses.join(' and ')}` : ''),
    and: clause => `where ${[...clauses, clause].join(' and ')}`,
  }
}
