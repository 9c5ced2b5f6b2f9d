import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '#test/support.ts'
import { dataPackage, type Export, type ExportRow, exportAsCsv, exportAsJson, writeExport } from './export.ts'

const pots = (pages: ExportRow[][]): Export => ({
  name: 'pots',
  describes: 'Flower pots',
  fields: [
    { name: 'name', type: 'string', describes: 'Its name' },
    { name: 'height', type: 'number', describes: 'In metres' },
    { name: 'colours', type: 'list', describes: 'What it is painted in' },
    { name: 'made', type: 'datetime', describes: 'When it was fired' },
    { name: 'whole', type: 'boolean', describes: 'Without a crack' },
  ],
  rows: async function* () {
    yield* pages
  },
})

async function exported(pages: ExportRow[][]) {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const db = await testDatabase()
  const csv = await writeExport(exportAsCsv(db, pots(pages)), folder, 'pots.csv')
  await writeExport(exportAsJson(db, pots(pages)), folder, 'pots.json')
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return { folder, csv, read }
}

const plain: ExportRow = {
  name: '=HYPERLINK("x")',
  height: -1.5,
  colours: ['red', 'blue'],
  made: new Date(0),
  whole: true,
}
const bare: ExportRow = { name: 'b, "c"', height: null, colours: [], made: null, whole: false }

test('rows of all pages come out as CSV and as JSON, and no cell is a formula', async () => {
  const { folder, read } = await exported([[plain], [], [bare]])
  expect(read('pots.csv')).toBe(
    'name,height,colours,made,whole\r\n"\'=HYPERLINK(""x"")",-1.5,red|blue,1970-01-01T00:00:00.000Z,true\r\n"b, ""c""",,,,false\r\n',
  )
  expect(JSON.parse(read('pots.json'))).toEqual([{ ...plain, made: '1970-01-01T00:00:00.000Z' }, bare])
  expect(readdirSync(folder).sort()).toEqual(['pots.csv', 'pots.json'])
})

test('a table without rows still has its columns', async () => {
  const { read } = await exported([])
  expect(read('pots.csv')).toBe('name,height,colours,made,whole\r\n')
  expect(JSON.parse(read('pots.json'))).toEqual([])
})

test('a column that is not declared does not get out', async () => {
  const { read } = await exported([[{ ...bare, secret: 'token' }]])
  expect(read('pots.csv') + read('pots.json')).not.toContain('token')
})

test('the description has the licence, every column, and hashes by which a copy can be checked', async () => {
  const { csv, read } = await exported([[plain]])
  const { fields, name, describes } = pots([])
  const described = dataPackage([{ name, description: describes, fields, ...csv }], {
    homepage: 'https://pipeline.example',
    created: new Date(0),
  })
  expect(described.licenses[0]?.name).toBe('OGL-UK-3.0')
  expect(described.resources[0]).toMatchObject({
    path: 'pots.csv',
    mediatype: 'text/csv',
    bytes: Buffer.byteLength(read('pots.csv')),
    hash: `sha256:${createHash('sha256').update(read('pots.csv')).digest('hex')}`,
  })
  expect(described.resources[0]!.schema!.fields).toContainEqual({
    name: 'colours',
    type: 'string',
    description: 'What it is painted in',
  })
})
