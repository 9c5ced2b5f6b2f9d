import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fileOfBytes, fileOfText } from '#plumbing/import-file.ts'
import type { ReadContract } from './read-contract.ts'
import { openRegister, readRegister } from './read-register.ts'
import type { RegisterOptions } from './register-tables.ts'

const linesOf = (text: string | Uint8Array, options?: RegisterOptions) => {
  const file = typeof text === 'string' ? fileOfText('register.csv', text) : fileOfBytes('register', text)
  return Array.fromAsync(readRegister(file, options))
}
const rowsOf = async (text: string | Uint8Array, options?: RegisterOptions): Promise<ReadContract[]> =>
  (await linesOf(text, options)).flatMap(line => ('row' in line ? [line.row] : []))

const head = 'Ref,Title,Supplier,Start date,End date,Value\n'
const rowOf = async (cells: string) => (await rowsOf(head + cells))[0]!

describe('the letters of a file', () => {
  const text = `${head}1,Café – “repairs”,Example Ltd,01/04/2025,31/03/2027,£500\n`
  const windows = Buffer.from(text.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1')
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', windows],
    ['UTF-16, little end first', wide],
    ['UTF-16, big end first', Buffer.from(wide).swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ])('are read in %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toMatchObject([
      { title: 'Café - "repairs"', valuePounds: 500, endsOn: '2027-03-31' },
    ])
  })

  test.each([';', '\t', '|', ','])('and cells parted by %j', async delimiter => {
    const rows = [
      ['Ref', 'Title', 'Supplier', 'Start date', 'End date', 'Value'],
      ['1', 'Lifts, doors', 'Example', '01/04/2025', '31/03/2027', '500'],
    ]
    const csv = rows.map(cells => cells.map(cell => `"${cell}"`).join(delimiter)).join('\r\n')
    expect(await rowsOf(csv)).toMatchObject([{ title: 'Lifts, doors', valuePounds: 500 }])
  })
})

describe('columns', () => {
  test('that could be either are said, and a person’s word goes before everything', async () => {
    const csv =
      'Title,Supplier,Commencement,Start date,Expiry,Value\nLifts,Example,01/01/2020,01/04/2025,31/03/2027,5\n'
    const { tables } = await openRegister(fileOfText('a.csv', csv))
    expect(tables[0]!.headings.columns.ambiguous).toEqual([
      { field: 'starts', headings: ['Commencement', 'Start date'] },
    ])
    const [first] = await linesOf(csv)
    expect(first).toHaveProperty('remarks', [
      'columns: “Commencement” is taken for the starts; it could be “Start date”',
    ])
    const mapping = { 'Start date': 'starts', Commencement: 'aside' } as const
    expect(await rowsOf(csv, { mapping })).toMatchObject([{ startsOn: '2025-04-01' }])
  })

  test('with headings that nobody knows are told by a person, or by what stands in them', async () => {
    const csv = 'A,B,C,D\nLifts,Example Ltd,01/04/2025,31/03/2027\nDoors,Example Ltd,01/04/2025,31/03/2028\n'
    await expect(rowsOf(csv)).rejects.toThrow('It has “A”, “B”, “C”, “D”.')
    const mapping = { A: 'title', B: 'supplier' } as const
    expect(await rowsOf(csv, { mapping })).toMatchObject([
      { startsOn: '2025-04-01', endsOn: '2027-03-31' },
      { title: 'Doors' },
    ])
  })

  test('that name people are not kept, nor cells with an address for mail', async () => {
    const csv =
      'Title,Supplier,Contract Manager,Notes,End date\nLifts,Example,A Person,ask a@b.example,31/03/2027\n'
    expect((await rowsOf(csv))[0]!.raw).toEqual({
      Title: 'Lifts',
      Supplier: 'Example',
      'End date': '31/03/2027',
    })
  })

  test('of a year’s value count for every year of the contract', async () => {
    const csv = 'Title,Supplier,Start,End,Annual value\nLifts,Example,01/04/2025,31/03/2028,"£10,000"\n'
    expect(await linesOf(csv)).toMatchObject([
      { row: { valuePounds: 30000 }, remarks: ['value: £10,000 a year for 36 months'] },
    ])
  })
})

describe('rows', () => {
  test('with a comma outside quotes are put right where only one way makes sense, else refused', async () => {
    expect(await rowOf('1,Paint, brushes,Example,01/04/2025,31/03/2027,5')).toMatchObject({
      title: 'Paint, brushes',
    })
    expect(await rowOf('1,Lifts,Example,01/04/2025,31/03/2027,£1,500')).toMatchObject({ valuePounds: 1500 })
    const [line] = await linesOf(`${head}1,Paint,brushes,Example,01/04/2025,31/03/2027,5`)
    expect(line).toMatchObject({ line: 2, refusal: expect.stringContaining('a comma without quotes') })
  })

  test('of sums, notes, headings again and nothing are refused or passed over', async () => {
    const lines = await linesOf(
      `${head}\n,,,,,\nTotal,,,,,500\nNote: see the website,,,,,\n${head}2,,Example,,,\n`,
    )
    expect(lines.map(line => 'refusal' in line && [line.line, line.refusal])).toEqual([
      [4, 'a sum, not a contract'],
      [5, 'a note or a heading between rows, not a contract'],
      [6, 'the headings once more'],
      [7, 'does not say what the contract is about'],
    ])
  })

  test('after a quote that is never closed cannot be read, those before it are', async () => {
    const lines = await linesOf(
      `${head}1,Lifts,Example,01/04/2025,31/03/2027,5\n2,"Doors,Example,,,\n3,Locks,Example,,,\n`,
    )
    expect(lines).toMatchObject([
      { row: { title: 'Lifts' } },
      { refusal: expect.stringContaining('never closed') },
    ])
  })

  test('that end before they start say so', async () => {
    const [line] = await linesOf(`${head}1,Lifts,Example,01/04/2027,31/03/2025,5`)
    expect(line).toMatchObject({ row: { endsOn: '2025-03-31' }, remarks: ['ends before it starts'] })
  })

  test.each(['-£5,000', '(5,000)', '5000-'])(
    'worth %j, less than nothing, say that it is not kept',
    async value => {
      const [line] = await linesOf(`${head}1,Lifts,Example,01/04/2025,31/03/2027,"${value}"`)
      expect(line).toMatchObject({
        row: { title: 'Lifts', valuePounds: -5000 },
        remarks: ['value: less than nothing; it is not kept'],
      })
    },
  )

  test('that end in two ways say so', async () => {
    const [other] = await linesOf(
      `${head}1,Lifts,Example,01/04/2025,31/03/2027 or 31/03/2028 or 31/03/2029,5`,
    )
    expect(other).toMatchObject({ remarks: [expect.stringContaining('says several days')] })
  })

  test('say in the length until when a contract runs', async () => {
    const [line] = await linesOf(
      'Ref,Contract,Supplier,Start,Duration\n1,Play areas,Example,30/06/2025,Until 29 June 2026\n',
    )
    expect(line).toMatchObject({ row: { startsOn: '2025-06-30', endsOn: '2026-06-29' } })
  })

  test('give the number at Companies House from its column or from the name', async () => {
    const csv =
      'Title,Supplier,Company registration number,End date\nLifts,Example Ltd,1234567,31/03/2027\nDoors,Example Ltd (SC123456),,31/03/2027\nLocks,Smith & Co (Co. No. 01234567),,31/03/2027\nKeys,Smith & Co 01234567,,31/03/2027\n'
    expect(await rowsOf(csv)).toMatchObject([
      { supplier: { name: 'Example Ltd', companiesHouse: '01234567' } },
      { supplier: { name: 'Example Ltd', companiesHouse: 'SC123456' } },
      { supplier: { name: 'Smith & Co', companiesHouse: '01234567' } },
      { supplier: { name: 'Smith & Co', companiesHouse: '01234567' } },
    ])
  })
})

describe('files that are something else', () => {
  test.each([
    ['a PDF', '%PDF-1.7', 'is a PDF'],
    ['an old Excel file', '\xd0\xcf\x11\xe0', 'an old or locked Excel file'],
    ['a web page', '<!DOCTYPE html><table>', 'is a web page'],
    ['nothing', '', 'holds no table'],
    ['a letter', 'Dear all,\nhere is the register.\n', 'holds no table'],
    ['a broken archive', 'PK\x03\x04rubbish', 'not an Excel file'],
  ])('%s is refused in words', async (_, text, words) => {
    await expect(linesOf(Buffer.from(text, 'latin1'))).rejects.toThrow(words)
  })

  test('an Excel file that unpacks to more than is allowed is refused before it is unpacked', async () => {
    const sheet = new Uint8Array(170 * 1024 * 1024)
    const bomb = zipSync(
      { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': sheet },
      { level: 1 },
    )
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    await expect(linesOf(bomb)).rejects.toThrow('larger than an Excel file may be')
  })

  test('no text whatever breaks the reading: it is read, refused by line, or refused in words', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('01/04/2025', '£5', 'Title', 'End date', '"', '\n', ','),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }), async rows => {
        const text = head + rows.map(cells => cells.join(',')).join('\n')
        const lines = await linesOf(text).catch(error => {
          expect(error).toMatchObject({ failure: { kind: 'invalid' } })
          return []
        })
        for (const line of lines) expect(line.line).toBeGreaterThan(1)
      }),
    )
  })
})
