import { expect, test } from 'vitest'
import { fileOfBytes, fileOfText, type ImportFile } from '#plumbing/import-file.ts'
import { readOcds } from './read-ocds.ts'

const read = (file: ImportFile) => Array.fromAsync(readOcds(file))
const ofText = (text: string) => read(fileOfText('releases.json', text))

const parties = [
  { id: 'b', name: 'Example Council', identifier: { scheme: 'GB-LAE', id: 'EXA' }, roles: ['buyer'] },
  {
    id: 's',
    name: 'Example Lifts Ltd',
    identifier: { scheme: 'GB-COH', id: '1234567' },
    roles: ['supplier'],
  },
]
const award = {
  id: '1',
  status: 'active',
  value: { amount: 12000, currency: 'GBP' },
  suppliers: [{ id: 's', name: 'Example Lifts' }],
  contractPeriod: { startDate: '2025-04-01T00:00:00+01:00', endDate: '2028-03-31T23:59:59+01:00' },
}
const release = (more: object = {}) => ({
  ocid: 'ocds-1',
  id: 'r1',
  date: '2025-03-01T10:00:00Z',
  tag: ['award'],
  parties,
  buyer: { id: 'b', name: 'Example Council' },
  tender: { id: 'T1', title: 'Lifts', classification: { scheme: 'CPV', id: '50750000-7' } },
  awards: [award],
  ...more,
})
const one = async (more: object) => (await ofText(JSON.stringify(release(more))))[0]!
const row = async (more: object) => {
  const line = await one(more)
  if ('refusal' in line) throw new Error(line.refusal)
  return { ...line.row, remarks: line.remarks }
}

test('an award is read with its buyer, supplier, days, value and CPV', async () => {
  expect(await row({})).toMatchObject({
    buyer: { name: 'Example Council', identifiers: [{ scheme: 'GB-LAE', id: 'EXA' }] },
    ocid: 'ocds-1',
    reference: 'T1',
    title: 'Lifts',
    supplier: { name: 'Example Lifts', companiesHouse: '01234567' },
    startsOn: '2025-04-01',
    endsOn: '2028-03-31',
    isOpenEnded: false,
    valuePounds: 12000,
    cpv: '50750000',
    statedOn: '2025-03-01',
    remarks: [],
  })
})

test.each([
  ['a package', JSON.stringify({ version: '1.1', releases: [release(), release()] })],
  ['a package laid out in lines', JSON.stringify({ uri: 'x', releases: [release(), release()] }, null, 2)],
  [
    'a package with the releases first',
    `{"releases":[${JSON.stringify(release())},${JSON.stringify(release())}],"uri":"x"}`,
  ],
  ['JSON lines', `${JSON.stringify(release())}\r\n\n${JSON.stringify(release())}\n`],
  [
    'JSON lines of packages',
    `${JSON.stringify({ releases: [release()] })}\n${JSON.stringify({ releases: [release()] })}`,
  ],
  ['a list', JSON.stringify([release(), release()], null, 1)],
  [
    'records with what they come to',
    JSON.stringify(
      {
        records: [
          { ocid: 'a', compiledRelease: release() },
          { ocid: 'b', releases: [release()] },
        ],
      },
      null,
      1,
    ),
  ],
  ['text with a byte order mark', `\uFEFF${JSON.stringify({ releases: [release(), release()] })}`],
])('%s gives each of its releases', async (_, text) => {
  const lines = await ofText(text)
  expect(lines.map(line => 'row' in line && line.row.title)).toEqual(['Lifts', 'Lifts'])
})

test('pieces of a file may end anywhere', async () => {
  const bytes = new TextEncoder().encode(
    JSON.stringify({ releases: [release({ id: 'é "{[\\' }), release()] }, null, 1),
  )
  for (const size of [1, 7, 64]) {
    const file: ImportFile = {
      ...fileOfBytes('cut.json', bytes),
      async *pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      },
    }
    const lines = await read(file)
    expect(lines.map(line => 'row' in line && line.row.raw.id)).toEqual(['é "{[\\', 'r1'])
  }
})

test('what is not JSON is refused by its place, and the rest is read', async () => {
  const good = JSON.stringify(release())
  const inLines = await ofText(`${good}\n{"ocid": "broken\n${good}\n`)
  expect(inLines.map(line => [line.line, 'refusal' in line])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ])
  const inPackage = await ofText(`{"releases":[\n${good},\n{"ocid": nothing},\n${good}]}`)
  expect(inPackage.map(line => [line.line, 'refusal' in line])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ])
  const cutOff = await ofText(`{"releases":[\n${good},\n${good.slice(0, 100)}`)
  expect(cutOff).toMatchObject([{ line: 1 }, { line: 2, refusal: expect.stringContaining('cut off') }])
})

test('each award is a contract of its own, named by its lot', async () => {
  const lots = [
    { id: 'L1', title: 'North', contractPeriod: { startDate: '2026-01-01', endDate: '2026-12-31' } },
    { id: 'L2', title: 'South' },
  ]
  const awards = [
    { ...award, id: '1', relatedLots: ['L1'], contractPeriod: undefined },
    { ...award, id: '2', relatedLots: ['L2'], value: { amount: 5, currency: 'GBP' } },
    { ...award, id: '3', status: 'unsuccessful' },
  ]
  const lines = await ofText(JSON.stringify(release({ tender: { title: 'Lifts', lots }, awards })))
  expect(lines).toMatchObject([
    { row: { title: 'Lifts: North', startsOn: '2026-01-01', endsOn: '2026-12-31' } },
    { row: { title: 'Lifts: South', valuePounds: 5 } },
    { refusal: 'its award was unsuccessful' },
  ])
  expect(lines[0]).toHaveProperty('remarks', ['start: as the tender said', 'end: as the tender said'])
})

test('what was signed fills what the award leaves out, and an amendment goes before the award', async () => {
  const period = { startDate: '2025-05-01', endDate: '2029-04-30', maxExtentDate: '2031-04-30' }
  const contracts = [{ id: 'c', awardID: '1', period, value: { amount: 99, currency: 'GBP' } }]
  const bare = { id: '1', status: 'active', suppliers: award.suppliers }
  expect(await row({ awards: [bare], contracts })).toMatchObject({
    startsOn: '2025-05-01',
    endsOn: '2029-04-30',
    extendsTo: '2031-04-30',
    valuePounds: 99,
  })
  expect(await row({ contracts })).toMatchObject({ endsOn: '2028-03-31', valuePounds: 12000 })
  expect(await row({ contracts, tag: ['contractAmendment'] })).toMatchObject({
    endsOn: '2029-04-30',
    valuePounds: 99,
  })
})

test('a renewal in words is counted from the end where it can mean one thing only', async () => {
  const renewal = (description: string) => ({
    tender: { title: 'Lifts', lots: [{ id: 'a', hasRenewal: true, renewal: { description } }] },
  })
  expect(await row(renewal('May be renewed for 2 further periods of 12 months.'))).toMatchObject({
    extendsTo: '2030-03-31',
  })
  expect(await row(renewal('Option to extend for up to 24 months'))).toMatchObject({
    extendsTo: '2030-03-31',
  })
  const doubtful = await row(renewal('Renewal after 6 months or 1 year as the parties agree, for 3 weeks'))
  expect(doubtful.extendsTo).toBeUndefined()
  expect(doubtful.extension).toContain('Renewal after')
})

test('a value in another currency is left out, one with VAT alone or without currency says so', async () => {
  const withValue = async (value: object) => row({ awards: [{ ...award, value }] })
  expect(await withValue({ amount: 5, currency: 'EUR' })).toMatchObject({
    remarks: ['value: in EUR, not in pounds'],
  })
  expect((await withValue({ amount: 5, currency: 'EUR' })).valuePounds).toBeUndefined()
  expect(await withValue({ amountGross: 6, currency: 'GBP' })).toMatchObject({
    valuePounds: 6,
    remarks: ['value: with VAT'],
  })
  expect(await withValue({ amount: 7 })).toMatchObject({
    valuePounds: 7,
    remarks: ['value: its currency is not said; it is taken as pounds'],
  })
})

test('a length in days counts from the day on which it was signed', async () => {
  const awards = [{ id: '1', contractPeriod: { durationInDays: 365 } }]
  const contracts = [{ id: 'c', awardID: '1', dateSigned: '2026-01-01T00:00:00Z' }]
  expect(await row({ awards, contracts })).toMatchObject({ startsOn: '2026-01-01', endsOn: '2026-12-31' })
})

test.each([
  ['no award yet', { awards: undefined, tag: ['tender'] }],
  [
    'no award: the procurement was cancelled',
    { awards: [], tender: { title: 'Lifts', status: 'cancelled' } },
  ],
  ['no award yet: it is only planned', { awards: undefined, tender: undefined, tag: ['planning'] }],
  ['its contract was cancelled', { contracts: [{ awardID: '1', status: 'cancelled' }] }],
])('a release without a contract is refused: %s', async (refusal, more) => {
  expect(await one(more)).toMatchObject({ refusal })
})

test.each([
  '',
  '{}',
  '[]',
  'null',
  '[1,2]',
  '{"releases":5}',
  '{"releases":[[]]}',
  '{"awards":{"a":1}}',
  '\u0000',
  '"',
  '{"releases":[{"url":"x"}]}',
])('no contract comes of %j, and nothing breaks', async text => {
  const lines = await ofText(text)
  expect(lines.filter(line => 'row' in line)).toEqual([])
})

test('an award that ends before it starts says so; what only the tender foresaw gives way to it', async () => {
  const periodOf = (startDate?: string, endDate?: string) => ({ contractPeriod: { startDate, endDate } })
  const awarded = (startDate?: string, endDate?: string) => [{ ...award, ...periodOf(startDate, endDate) }]
  expect(await one({ awards: awarded('2027-04-01', '2026-03-31') })).toMatchObject({
    row: { startsOn: '2027-04-01', endsOn: '2026-03-31' },
    remarks: ['ends before it starts'],
  })
  const tender = { title: 'Lifts', ...periodOf('2025-04-01', '2026-03-31') }
  const late = await row({ tender, awards: awarded('2026-09-01') })
  expect([late.startsOn, late.endsOn]).toEqual(['2026-09-01', undefined])
  expect(late.remarks).toContain('end: the tender’s, 2026-03-31, does not fit the award; it is left out')
  const early = await row({ tender, awards: awarded(undefined, '2025-01-31') })
  expect([early.startsOn, early.endsOn]).toEqual([undefined, '2025-01-31'])
})

test('a value of less than nothing is read, and the remarks say that it is not kept', async () => {
  const { valuePounds, remarks } = await row({
    awards: [{ ...award, value: { amount: -5000, currency: 'GBP' } }],
  })
  expect([valuePounds, remarks]).toEqual([-5000, ['value: less than nothing; it is not kept']])
})
