import { Unzip, UnzipInflate } from 'fflate'
import { failure } from '#plumbing/failures.ts'
import type { ImportFile } from '#plumbing/import-file.ts'
import { addDays } from './calendar.ts'
import { type NumberKind, numberKinds } from './excel-styles.ts'
import { columnsAtMost } from './map-columns.ts'
import type { Table, TableRow } from './table.ts'
import { attribute, elements, elementsIn, unescaped, withoutElements } from './xml-text.ts'

const megabyte = 1024 * 1024
const fileAtMost = 32 * megabyte
const unpackedAtMost = 30 * megabyte
const textsAtMost = 500_000
// As Excel has it; what counts otherwise counts for nothing.
const linesAtMost = 1_048_576
// So few bytes of an archive are unpacked at once, as each may become a thousand.
const packedAtOnce = 16 * 1024
const needed = /^xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+|_rels\/workbook)\.xml(?:\.rels)?$/i

/** The visible sheets of an Excel file (.xlsx). Days come as 2027-03-31, months of a year as 2027-03. */
export async function excelTables(file: ImportFile): Promise<Table[]> {
  if (file.size > fileAtMost) throw tooLarge(file)
  const parts = unpack(file, Buffer.concat(await Array.fromAsync(file.pieces())))
  const textOf = (name: string) => {
    const found = Object.keys(parts).find(part => part.toLowerCase() === name.toLowerCase())
    return found ? new TextDecoder().decode(parts[found]) : ''
  }
  const workbook = textOf('xl/workbook.xml')
  const targets = new Map(
    elements(textOf('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attribute(attributes, 'Id'),
      attribute(attributes, 'Target')?.replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  )
  const [settings] = elements(workbook, 'workbookPr')
  const book: Book = {
    texts: textsOf(file, parts['xl/sharedStrings.xml']),
    kinds: numberKinds(textOf('xl/styles.xml')),
    dayZero: /^(?:1|true)$/.test(attribute(settings?.attributes ?? '', 'date1904') ?? '')
      ? '1904-01-01'
      : '1899-12-30',
  }
  const sheets = elements(workbook, 'sheet').flatMap(({ attributes }) => {
    const part = targets.get(attribute(attributes, 'id')) ?? ''
    const bytes = parts[part]
    // Each part is read once, however often it is named.
    delete parts[part]
    const isHidden = /hidden/i.test(attribute(attributes, 'state') ?? '')
    return bytes && !isHidden ? [{ name: attribute(attributes, 'name') ?? '', bytes }] : []
  })
  if (sheets.length === 0) throw failure('invalid', `${file.name} is not an Excel file that can be read.`)
  return sheets.map(({ name, bytes }) => ({ name, rows: () => sheetRows(bytes, book) }))
}

const tooLarge = ({ name }: ImportFile) =>
  failure('too-large', `${name} is larger than an Excel file may be: save it as CSV.`)

/** Unpacks until more comes out than is allowed, whatever the archive's own list says. */
function unpack(file: ImportFile, bytes: Uint8Array): Record<string, Uint8Array> {
  const pieces: Record<string, Uint8Array[]> = {}
  let unpacked = 0
  const unzip = new Unzip(part => {
    if (!needed.test(part.name)) return
    const own: Uint8Array[] = []
    pieces[part.name] = own
    part.ondata = (error, piece) => {
      if (error) throw error
      unpacked += piece.length
      if (unpacked > unpackedAtMost) throw tooLarge(file)
      own.push(piece)
    }
    part.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += packedAtOnce)
      unzip.push(bytes.subarray(at, at + packedAtOnce), at + packedAtOnce >= bytes.length)
  } catch (error) {
    if (unpacked > unpackedAtMost) throw error
    throw failure('invalid', `${file.name} is not an Excel file that can be read.`)
  }
  return Object.fromEntries(Object.entries(pieces).map(([name, own]) => [name, Buffer.concat(own)]))
}

type Book = { texts: string[]; kinds: NumberKind[]; dayZero: string }

function textsOf(file: ImportFile, bytes: Uint8Array = new Uint8Array()): string[] {
  const texts: string[] = []
  for (const { inner } of elementsIn(bytes, 'si')) {
    if (texts.length === textsAtMost) throw tooLarge(file)
    texts.push(textIn(inner))
  }
  return texts
}

/** The text of a string in pieces, without what says how it is pronounced. */
const textIn = (inner: string) =>
  elements(withoutElements(inner, 'rPh'), 't')
    .map(({ inner: text }) => unescaped(text))
    .join('')
    .replace(/_x000D_/g, '')

async function* sheetRows(bytes: Uint8Array, book: Book): AsyncIterable<TableRow> {
  let line = 0
  for (const { attributes, inner } of elementsIn(bytes, 'row')) {
    const said = Number(attribute(attributes, 'r'))
    line = said > line && said <= linesAtMost ? said : line + 1
    const cells: string[] = []
    let column = -1
    for (const cell of elements(inner, 'c')) {
      const place = attribute(cell.attributes, 'r')
      column = place ? columnOf(place) : column + 1
      if (column >= 0 && column < columnsAtMost) cells[column] = cellText(cell, book)
    }
    yield { line, cells: Array.from(cells, cell => cell ?? '') }
  }
}

const columnOf = (place: string) =>
  [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function cellText({ attributes, inner }: { attributes: string; inner: string }, book: Book): string {
  const type = attribute(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return textIn(inner)
  const value = unescaped(elements(inner, 'v')[0]?.inner ?? '')
  if (type === 's') return book.texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'Yes' : 'No'
  if (type !== 'n' || value === '') return value
  return numberOf(Number(value), book.kinds[Number(attribute(attributes, 's') ?? 0)] ?? 'number', book)
}

function numberOf(value: number, kind: NumberKind, { dayZero }: Book): string {
  if (!Number.isFinite(value)) return ''
  const isDay = value >= 1 && value < 2_958_466
  if (kind === 'day' && isDay) return addDays(dayZero, Math.floor(value))
  if (kind === 'month' && isDay) return addDays(dayZero, Math.floor(value)).slice(0, 7)
  const text = String(Number(value.toPrecision(15)))
  return kind === '€' || kind === '$' ? `${kind}${text}` : text
}
