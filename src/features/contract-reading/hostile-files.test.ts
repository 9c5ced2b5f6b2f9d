import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fileOfBytes } from '#plumbing/import-file.ts'
import { readDay } from './read-day.ts'
import { readExtension, readExtensionInWords, readLength } from './read-length.ts'
import { readMoney } from './read-money.ts'
import { readOcds } from './read-ocds.ts'
import { readRegister } from './read-register.ts'
import { attribute, elements } from './xml-text.ts'

const head = 'Title,Supplier,Start date,End date,Value\n'
const good = 'Lifts,Example Ltd,01/04/2025,31/03/2027,500\n'
const lift = { title: 'Lifts', endsOn: '2027-03-31', valuePounds: 500 }

const linesOf = (bytes: string | Uint8Array) =>
  Array.fromAsync(
    readRegister(fileOfBytes('register', typeof bytes === 'string' ? Buffer.from(bytes) : bytes)),
  )

const cell = (text: string | number) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const row = (cells: string) => `<row>${cells.trim().split(',').map(cell).join('')}</row>`

type Parts = { sheet?: string; texts?: string; styles?: string; sheets?: string }

const excel = ({ sheet = '', texts = '<sst/>', styles = '<styleSheet/>', sheets = '' }: Parts) =>
  zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets><sheet name="a" r:id="r1"/>${sheets}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<sheetData>${row(head)}${row(good)}${sheet}`),
    'xl/sharedStrings.xml': strToU8(texts),
    'xl/styles.xml': strToU8(styles),
  })

describe('cells of a hundred thousand characters', () => {
  const figures = `${'1'.repeat(100_000)}x`

  test('are no day, amount, length or extension, and what is said of them is short', () => {
    const day = readDay(figures, { side: 'end' })
    const money = readMoney(figures)
    expect([day.day, day.isUnderstood, money.pounds, money.isUnderstood]).toEqual([
      undefined,
      false,
      undefined,
      false,
    ])
    for (const remark of [...day.remarks, ...money.remarks]) expect(remark.length).toBeLessThan(120)
    expect([readLength(figures), readExtension(figures), readExtensionInWords(figures)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test.each(['1', '1+', '1 1 ', '1,', '-', '1 years ', '2 x ', '£'])(
    'nor do four thousand of %j keep a reader busy',
    piece => {
      const text = `${piece.repeat(4000 / piece.length)}x`.slice(0, 4000)
      expect(readExtensionInWords(text)).toBeUndefined()
      expect(readMoney(text.slice(0, 200)).pounds).toBeUndefined()
    },
  )

  test('are cut in a register, whose other cells and rows are read', async () => {
    const [long, next] = await linesOf(
      `${head}Lifts,${'('.repeat(100_000)},01/04/2025,${figures},${figures}\n${good}`,
    )
    expect(long).toMatchObject({ row: { title: 'Lifts', startsOn: '2025-04-01' } })
    expect(long).toHaveProperty('row.supplier.name.length', 300)
    expect(long).not.toHaveProperty('row.endsOn', expect.anything())
    expect(next).toMatchObject({ line: 3, row: lift })
  })
})

describe('a CSV file', () => {
  test('with one line of a million characters is read', async () => {
    const lines = await linesOf(`${head}${good}${'z'.repeat(1_000_000)}`)
    expect(lines).toMatchObject([{ row: lift }, { refusal: expect.stringContaining('a note') }])
  })

  test('with a hundred thousand empty lines gives the right numbers after them', async () => {
    const lines = await linesOf(`${head}${'\n'.repeat(100_000)}${good}`)
    expect(lines).toMatchObject([{ line: 100_002, row: lift }])
  })

  test('with more blank rows than anybody makes is not read past them, and says so', async () => {
    const lines = await linesOf(`${head}${good}${',\n'.repeat(1_000_000)}${good}`)
    expect(lines).toMatchObject([
      { row: lift },
      { line: 20_003, refusal: expect.stringContaining('more than 20000 blank rows') },
    ])
  })

  test('with fifty thousand headings is read by its first five hundred', async () => {
    const [line] = await linesOf(`${head.trim()},${'Title,'.repeat(50_000)}\n${good}`)
    expect(line).toMatchObject({ row: lift })
  })
})

test('a release with ten thousand lots, parties and awards is refused, the next is read', async () => {
  const many = Array.from({ length: 10_000 }, (_, id) => ({ id: `${id}`, name: 'Example' }))
  const small = { ocid: 'b', tender: { title: 'Lifts' }, awards: [{ id: '1' }] }
  const releases = [{ ocid: 'a', tender: { title: 'Doors', lots: many }, parties: many, awards: many }, small]
  const file = fileOfBytes('notices.json', Buffer.from(JSON.stringify({ releases })))
  expect(await Array.fromAsync(readOcds(file))).toMatchObject([
    { refusal: expect.stringContaining('more than 1000') },
    { row: { title: 'Lifts' } },
  ])
})

test('a release with half a million values in one another is refused, the next is read', async () => {
  const deep = `{"ocid":"a","awards":[{"id":"1","title":"Doors","value":${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}}]}`
  const small = '{"ocid":"b","awards":[{"id":"1","title":"Lifts"}]}'
  const file = fileOfBytes('notices.json', Buffer.from(`{"releases":[${deep},${small}]}`))
  expect(await Array.fromAsync(readOcds(file))).toMatchObject([
    { refusal: 'has more in one another than can be read' },
    { row: { title: 'Lifts' } },
  ])
})

describe('an Excel file', () => {
  test('whose rows give no numbers that rows have is counted by itself', async () => {
    const sheet = ['9999999999999999999999', '-1', 'x', '2', '1e9', '40'].map(
      r => `<row r="${r}">${row(good).slice(5)}`,
    )
    expect((await linesOf(excel({ sheet: sheet.join('') }))).map(({ line }) => line)).toEqual([
      2, 3, 4, 5, 6, 7, 40,
    ])
  })

  test('with rows, texts or tags that never end is read up to them', async () => {
    for (const bytes of [
      excel({ sheet: '<row>'.repeat(100_000) }),
      excel({ sheet: '<row '.repeat(100_000) }),
      excel({ texts: `<sst>${'<si>'.repeat(100_000)}` }),
      excel({ texts: `<sst><si>${'<rPh'.repeat(100_000)}</si></sst>` }),
    ])
      expect(await linesOf(bytes)).toMatchObject([{ line: 2, row: lift }])
    expect(elements('<row>'.repeat(100_000), 'row')).toEqual([])
  })

  test('with a row that goes on for megabytes is refused', async () => {
    await expect(linesOf(excel({ sheet: `<row>${'x'.repeat(6_000_000)}` }))).rejects.toThrow('never ends')
  })

  test('with a format of a hundred thousand brackets is read', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="1" formatCode="${'['.repeat(100_000)}"/></numFmts></styleSheet>`
    expect(await linesOf(excel({ styles }))).toMatchObject([{ row: lift }])
  })

  test('that says it is small and unpacks to more than 30 MB is refused', async () => {
    const size = 40 * 1024 * 1024
    const bytes = Buffer.from(excel({ sheet: ' '.repeat(size) }))
    const listed = Array.from(bytes.keys()).filter(
      at => bytes.readUInt32BE(Math.min(at, bytes.length - 4)) === 0x504b0102,
    )
    for (const at of listed) if (bytes.readUInt32LE(at + 24) > size) bytes.writeUInt32LE(10, at + 24)
    await expect(linesOf(bytes)).rejects.toThrow('larger than an Excel file may be')
  })

  test('with half a million texts and more is refused, and a sheet that is named often is read once', async () => {
    await expect(linesOf(excel({ texts: `<sst>${'<si/>'.repeat(500_001)}</sst>` }))).rejects.toThrow('larger')
    const sheets = '<sheet name="a" r:id="r1"/>'.repeat(1000)
    expect(await linesOf(excel({ sheets }))).toMatchObject([{ row: lift }])
  })

  test('has its elements found with prefixes, empty, and with attributes, not those that only begin alike', () => {
    const found = elements('<x:c r="A1"/><col/><c s="1"><v>5</v></c ><c>no end', 'c')
    expect(found).toMatchObject([{ inner: '' }, { inner: '<v>5</v>' }])
    expect(found.map(({ attributes }) => attribute(attributes, 'r'))).toEqual(['A1', undefined])
  })
})

describe('lengths and days that no contract reaches', () => {
  test.each(['999999 years', '9000 years', '101 years', '99 x 99 years', `${'9'.repeat(21)} months`])(
    '%s is no length',
    text => {
      expect([readLength(text), readExtension(text), readExtensionInWords(text)]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
    },
  )

  test.each([
    '999999 years',
    '31/12/2098 + 99999999999999999999 years',
    '31/12/2098 + 9000 years',
    '01/04/2025 to 31/12/9999',
    '0000/01',
    '9999/00',
    '31/12/2198 + 90 years',
  ])('%s as an end gives no day out of reach, and no failure', async text => {
    const [line] = await linesOf(`${head}Lifts,Example Ltd,01/04/2025,${text},5 per year\n`)
    expect(line).toMatchObject({ row: { title: 'Lifts', startsOn: '2025-04-01' } })
    if (!line || !('row' in line)) throw new Error('there is no row')
    const { endsOn, extendsTo, valuePounds } = line.row
    for (const day of [endsOn, extendsTo]) expect(day ?? '2025-01-01').toMatch(/^(?:19|20|21)\d\d-\d\d-\d\d$/)
    expect(Number.isFinite(valuePounds ?? 0)).toBe(true)
  })

  test('a start so late that the length leads out of reach has no end, and says so', async () => {
    const [line] = await linesOf(
      'Title,Supplier,Start date,Length\nLifts,Example Ltd,01/04/2190,20 years\nDoors,Example Ltd,01/04/2025,9000 years\n',
    )
    expect(line).not.toHaveProperty('row.endsOn', expect.anything())
    expect(line).toHaveProperty('remarks', ['end: “20 years” is out of reach'])
  })
})
