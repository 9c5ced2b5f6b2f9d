import { expect, test } from 'vitest'
import { fileAt } from '#plumbing/import-file.ts'
import { inRoot } from '#plumbing/root.ts'
import { testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { readContractNotices } from './import-contract-notices.ts'

const register = `Ref,Title,Supplier,Start date,End date,Value,Council
L1,Lifts,Example Lifts Ltd,01/04/2025,31/03/2027,"£12,000",Leeds City Council
L2,Doors,Example Doors Ltd,01/04/2025,31/03/2028,£500,Surrey County Council
L3,Locks,Example Locks Ltd,01/04/2025,TBC,,
,,,,,,
Total,,,,,"£12,500",
`

test.each(['leeds-city-council', 'E08000035', 'LDS', 'Leeds City Council'])(
  'a dry run reads a register of %s, says what it read of each line and keeps nothing',
  async whose => {
    const db = await testDatabase()
    const before = await db.selectFrom('contract').select('id').execute()
    const { lines, counts } = await takeIn(db, { format: 'register', text: register, whose, dryRun: true })
    expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 2 })
    expect(lines).toMatchObject([
      {
        line: 2,
        read: { title: 'Lifts', endsOn: '2027-03-31', valuePounds: 12000, buyerName: 'Leeds City Council' },
      },
      { line: 3, outcome: 'refused', remarks: ['of another buyer, “Surrey County Council”'] },
      { line: 4, read: { title: 'Locks' }, remarks: ['end: “TBC” says nothing'] },
      { line: 6, outcome: 'refused', remarks: ['a sum, not a contract'] },
    ])
    expect(await db.selectFrom('contract').select('id').execute()).toEqual(before)
  },
)

test('a register needs to be somebody’s, and one whom we know', async () => {
  const db = await testDatabase()
  const take = (whose?: string) => takeIn(db, { format: 'register', text: register, whose, dryRun: true })
  await expect(take()).rejects.toThrow('Say whose contracts these are: --organisation CODE.')
  await expect(take('XYZZY')).rejects.toThrow('There is no organisation “XYZZY”.')
})

test('a register taken in twice says nothing new the second time', async () => {
  const db = await testDatabase()
  const take = () => takeIn(db, { format: 'register', text: register, whose: 'LDS' })
  expect((await take()).counts).toMatchObject({ added: 2, refused: 2 })
  expect((await take()).counts).toMatchObject({ added: 0, unchanged: 2, refused: 2 })
  const dry = await takeIn(db, { format: 'register', text: register, whose: 'LDS', dryRun: true })
  expect(dry.counts).toMatchObject({ added: 0, unchanged: 2 })
})

const release = (n: number, buyer: object) => ({
  ocid: `ocds-${n}`,
  buyer,
  date: '2025-01-01T00:00:00Z',
  tender: { title: `Lifts ${n}` },
  awards: [{ id: '1', status: 'active', contractPeriod: { startDate: '2025-04-01', endDate: '2027-03-31' } }],
})
const releases = [
  release(1, { name: 'LEEDS CITY COUNCIL' }),
  release(2, { name: 'Surrey County Council (Procurement)' }),
  release(3, { id: 'GB-LAE-MAN', name: 'The people of the town hall' }),
  release(4, { name: 'A body nobody knows' }),
]
const text = JSON.stringify({ releases })

test('notices find their buyers by name and code; of one buyer, the others are refused', async () => {
  const db = await testDatabase()
  const all = await takeIn(db, { format: 'ocds', text, dryRun: true })
  expect(
    all.lines.map(({ read, remarks, outcome }) =>
      outcome === 'refused' ? remarks[0] : (read as { buyerName: string }).buyerName,
    ),
  ).toEqual([
    'Leeds City Council',
    'Surrey County Council',
    'Manchester City Council',
    'its buyer, “A body nobody knows”, is no organisation that is known here',
  ])
  const one = await takeIn(db, { format: 'ocds', text, whose: 'MAN', dryRun: true })
  expect(one.lines.map(({ remarks }) => remarks[0])).toEqual([
    'of another buyer, “LEEDS CITY COUNCIL”',
    'of another buyer, “Surrey County Council (Procurement)”',
    undefined,
    'of another buyer, “A body nobody knows”',
  ])
})

test('the notices that ship go in', async () => {
  const db = await testDatabase()
  const file = fileAt(inRoot('data/reference/council-contract-notices-sample.csv'))
  const { counts, lines } = await takeIn(db, { format: 'contract-notices', text: '', file, dryRun: true })
  expect(counts.refused).toBe(82)
  expect(new Set(lines.flatMap(({ outcome, remarks }) => (outcome === 'refused' ? remarks : [])))).toEqual(
    new Set(['no award yet']),
  )
})

test('the notices that ship are read: those with an award, with their council', async () => {
  const file = fileAt(inRoot('data/reference/council-contract-notices-sample.csv'))
  const lines = await Array.fromAsync(readContractNotices(file))
  const rows = lines.flatMap(line => ('row' in line ? [line.row] : []))
  expect([lines.length, rows.length]).toEqual([138, 56])
  expect(rows.filter(({ endsOn }) => endsOn).length).toBeGreaterThan(50)
  expect(rows.every(({ buyer }) => buyer?.identifiers[0]?.scheme === 'GB-LAE')).toBe(true)
})

test.each(['register', 'ocds'])(
  '%s: a row that ends before it starts is refused, one worth less than nothing has no value',
  async format => {
    const db = await testDatabase()
    const buyer = { id: 'b', name: 'Leeds City Council' }
    const release = (ocid: string, start: string, amount: number) => ({
      ocid,
      buyer,
      tender: { title: `Lifts ${ocid}` },
      awards: [
        {
          id: '1',
          value: { amount, currency: 'GBP' },
          contractPeriod: { startDate: start, endDate: '2027-03-31' },
        },
      ],
    })
    const text =
      format === 'register'
        ? 'Title,Supplier,Start date,End date,Value\nLifts a,Example Ltd,01/04/2028,31/03/2027,5\nLifts b,Example Ltd,01/04/2025,31/03/2027,-12000\n'
        : JSON.stringify({ releases: [release('a', '2028-04-01', 5), release('b', '2025-04-01', -12000)] })
    const { lines } = await takeIn(db, { format, text, whose: 'LDS' })
    expect(lines).toMatchObject([
      { outcome: 'refused', remarks: ['ends before it starts: from 1 April 2028 to 31 March 2027'] },
      { outcome: 'added', read: { valuePounds: -12000 } },
    ])
    const kept = await db
      .selectFrom('contract')
      .select(['title', 'value_pounds'])
      .where('title', 'like', 'Lifts _')
      .execute()
    expect(kept).toEqual([{ title: 'Lifts b', value_pounds: null }])
  },
)
