import pg from 'pg'

/** The catalogue's fixed numbers of the types that either driver would read differently from the other. */
const oid = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  oid: 26,
  json: 114,
  float4: 700,
  float8: 701,
  date: 1082,
  timestamptz: 1184,
  numeric: 1700,
  jsonb: 3802,
} as const

const isJson = (type: number | undefined) => type === oid.json || type === oid.jsonb

type Parse = (text: string) => unknown

const parseInt8: Parse = text => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit in a JavaScript number.`)
  return value
}

const scalars = new Map<number, Parse>([
  [oid.bool, text => text === 't'],
  [oid.bytea, text => Buffer.from(text.slice(2), 'hex')],
  [oid.int8, parseInt8],
  [oid.int2, Number],
  [oid.int4, Number],
  [oid.oid, Number],
  [oid.float4, Number],
  [oid.float8, Number],
  [oid.numeric, Number],
  [oid.json, JSON.parse],
  [oid.jsonb, JSON.parse],
  [oid.timestamptz, pg.types.getTypeParser(oid.timestamptz)],
])

const asText: Parse = text => text

// Array type → element type; all the rest (text[], uuid[], date[] …) hold plain text.
const elements = new Map<number, number>([
  [199, oid.json],
  [1000, oid.bool],
  [1001, oid.bytea],
  [1005, oid.int2],
  [1007, oid.int4],
  [1009, 25],
  [1014, 1042],
  [1015, 1043],
  [1016, oid.int8],
  [1021, oid.float4],
  [1022, oid.float8],
  [1028, oid.oid],
  [1182, oid.date],
  [1185, oid.timestamptz],
  [1231, oid.numeric],
  [2951, 2950],
  [3807, oid.jsonb],
])

/**
 * How a column's text becomes a value, the same on both engines: int8 and numeric are numbers, timestamptz a Date,
 * json parsed, bytea a Buffer; date, interval and whatever is not named here stay PostgreSQL's own text.
 */
export const parserFor = (type: number): Parse => {
  const element = elements.get(type)
  if (element === undefined) return scalars.get(type) ?? asText
  const parse = scalars.get(element) ?? asText
  return text => parseArray(text, parse)
}

function parseArray(text: string, parse: Parse): unknown[] {
  let at = text.indexOf('{')
  const list = (): unknown[] => {
    const items: unknown[] = []
    at++
    while (text[at] !== '}') {
      if (text[at] === ',') at++
      if (text[at] === '{') items.push(list())
      else if (text[at] === '"') items.push(parse(quoted()))
      else {
        const start = at
        while (text[at] !== ',' && text[at] !== '}') at++
        const plain = text.slice(start, at)
        items.push(plain === 'NULL' ? null : parse(plain))
      }
    }
    at++
    return items
  }
  const quoted = () => {
    let value = ''
    for (at++; text[at] !== '"'; at++) value += text[at] === '\\' ? text[++at] : text[at]
    at++
    return value
  }
  return list()
}

/**
 * A parameter as the wire wants it. An array bound for json is JSON; any other array is a PostgreSQL array, which is
 * why the parameter's type must be known for arrays.
 */
export function encode(value: unknown, type?: number): string | Uint8Array | null {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return String(value)
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) && !isJson(type) ? encodeArray(value) : JSON.stringify(value)
}

function encodeArray(items: unknown[]): string {
  const parts = items.map(item => {
    if (item === null || item === undefined) return 'NULL'
    if (Array.isArray(item)) return encodeArray(item)
    const text = item instanceof Uint8Array ? `\\x${Buffer.from(item).toString('hex')}` : String(encode(item))
    return `"${text.replace(/["\\]/g, '\\$&')}"`
  })
  return `{${parts.join(',')}}`
}
