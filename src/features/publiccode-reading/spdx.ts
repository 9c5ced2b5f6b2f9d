import { createRequire } from 'node:module'

type Node = { license?: string; left?: Node; right?: Node }

// CommonJS packages that come without types. The parser brings the lists that it reads by.
const parser = createRequire(import.meta.url).resolve('spdx-expression-parse')
const parse = createRequire(parser)(parser) as (expression: string) => Node
const listed = ['spdx-license-ids', 'spdx-license-ids/deprecated', 'spdx-exceptions'].flatMap(
  list => createRequire(parser)(list) as string[],
)
const written = new Map(listed.map(name => [name.toLowerCase(), name]))

/** Names of licences as the list writes them: SPDX tells none from another by capitals. */
const inListedCapitals = (expression: string) =>
  expression.replace(/[\w.-]+/g, name => written.get(name.toLowerCase()) ?? name)

const isExpression = (expression: string): boolean => {
  try {
    parse(expression)
    return true
  } catch {
    return false
  }
}

/** An SPDX licence expression, trimmed and in the capitals of the list; undefined when it is none. */
export function licenceIn(typed: string): string | undefined {
  const expression = inListedCapitals(typed.trim().replace(/\s+/g, ' '))
  return expression.length <= 200 && isExpression(expression) ? expression : undefined
}
