import { createRequire } from 'node:module'

type Node = { license?: string; left?: Node; right?: Node }

// A CommonJS package that comes without types.
const parse = createRequire(import.meta.url)('spdx-expression-parse') as (expression: string) => Node

const isExpression = (expression: string): boolean => {
  try {
    parse(expression)
    return true
  } catch {
    return false
  }
}

/** An SPDX licence expression, trimmed; undefined when it is none. */
export function licenceIn(typed: string): string | undefined {
  const expression = typed.trim().replace(/\s+/g, ' ')
  return expression.length <= 200 && isExpression(expression) ? expression : undefined
}
