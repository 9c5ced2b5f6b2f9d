import { sql } from 'kysely'

/** pgvector indexes no more whole numbers than that. */
const mostWhole = 2000

/** What the index of a model with so many numbers holds. The embedded engine has no hardware for half precision. */
export function indexedAs(dimensions: number) {
  const half = `halfvec(${dimensions})`
  if (dimensions > mostWhole)
    return {
      expression: sql.raw(`(vector::${half})`),
      type: sql.raw(half),
      operators: sql.raw('halfvec_ip_ops'),
    }
  const whole = `vector(${dimensions})`
  return {
    expression: sql.raw(`(vector::${half}::${whole})`),
    type: sql.raw(whole),
    operators: sql.raw('vector_ip_ops'),
  }
}
