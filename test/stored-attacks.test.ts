import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { site } from '../src/features.ts'
import { harmOf } from './attacks/harm.ts'
import { testApp } from './support.ts'
import { takeIn } from './taking-in.ts'

const script = '<script>alert(1)</script>"\' onclick="x'
const formulas = ['=1+1', '+1', '-1+1', '@SUM(1)', '＝1']
const addresses = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,<script>',
  'https://a.example/> [x](javascript:alert(1)) <b>',
]
const nasty = [
  script,
  ...formulas,
  ...addresses,
  'constructor',
  '__proto__',
  '[x](javascript:alert(1)) ![x](https://a.example/x.png)',
  '\u0001\u001b[31m\ufffe',
  'x'.repeat(10_000),
  'a\u0000b',
  '|'.repeat(50),
]

// Not by the product's own writer, which takes the harm out of formulas.
const asCsv = (rows: string[][]) =>
  rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

/** A file with rows in which one column holds what is nasty while the others are in order, for each column. */
function fileOf(row: Record<string, string>): string {
  const columns = Object.keys(row)
  const rows = columns.flatMap((column, at) =>
    nasty.map((text, number) => ({
      ...row,
      title: `Attack ${at} ${number} on missed bins`,
      source_key: `${row.source_key}${at}${number + 10}`,
      [column]: text,
    })),
  )
  return asCsv([columns, ...rows.map(row => Object.values(row))])
}

const files: Record<string, Record<string, string>> = {
  'fund-awards': {
    source_key: 'award:',
    round: 'R1',
    decision_date: '2018-12-01',
    stage: 'alpha',
    title: '',
    title_kind: 'official',
    lead: 'Leeds City Council',
    partners: 'Bristol City Council',
    amount_gbp: '50000',
    note: 'Missed bins were seen.',
    source: 'https://a.example/award',
  },
  'fund-applications': {
    source_key: 'application:',
    kind: 'full',
    round: 'R1',
    round_basis: 'stated',
    title: '',
    lead: 'Leeds City Council',
    partners: 'Bristol City Council',
    outcome: 'Funded',
    theme: 'waste',
    problem_summary_paraphrased: 'Residents report missed bins twice.',
    source: 'https://a.example/bid',
  },
  'procurement-notices': {
    source_key: 'dos:',
    id: '1',
    title: '',
    organisation: 'Leeds City Council',
    local_authority_code: 'LDS',
    location: 'Leeds',
    category: 'digital-outcomes',
    specialist: '',
    phase_words_in_title: 'alpha',
    published_at: '2018-12-01',
    expected_contract_length: '6 weeks',
    sme_applications: '2',
    large_applications: '1',
    status: 'awarded',
    winning_supplier: 'dxw',
    supplier_size: 'SME',
    contract_amount_gbp: '50000',
    contract_start: '2019-01-07',
    url: 'https://a.example/notice',
  },
}

async function attackedSite() {
  const parts = await testApp()
  const taken: Record<string, number> = {}
  for (const [format, row] of Object.entries(files)) {
    const report = await takeIn(parts.db, {
      clock: parts.clock,
      format,
      text: fileOf(row),
      source: { name: script, asOf: '2026-11-21' },
    })
    taken[format] = report.counts.added
  }
  await parts.drain()
  let asked = 0
  const get = (url: string) => {
    asked += 1
    return parts.app.inject({ method: 'GET', url, remoteAddress: `10.0.${asked >> 8}.${asked & 255}` })
  }
  return { ...parts, get, taken }
}

test('what is taken in from files does no harm on pages, in exports and in notes', async () => {
  const { get, db, taken } = await attackedSite()
  for (const format of Object.keys(files)) expect(taken[format]).toBeGreaterThan(90)

  const lists = await Promise.all(site.slot('sitemap').map(({ list }) => list(db)))
  const attacked = lists.flat().filter(({ path }) => /attack-|script|javascript/.test(path))
  const harms: string[] = []
  const pages = ['/', '/search?q=attack', '/search?q=script', '/projects', '/notices', '/fund/applications']
  const notes = ['', '/note', '/note.md', '/note.docx'].map(
    form => `/check${form}?problem=attack+on+missed+bins+of+residents`,
  )
  const spread = attacked.filter((_, at) => at % 12 === 0).map(({ path }) => path)
  for (const path of [...pages, ...notes, ...spread]) {
    const harm = harmOf(await get(path))
    if (harm.length > 0) harms.push(`${path}: ${harm[0]}`)
  }
  expect(harms).toEqual([])
  expect(spread.length).toBeGreaterThan(20)

  const { body: note } = await get(notes[2]!)
  expect(note).toContain('Attack')
  expect(note).not.toMatch(
    /(?<!\\)<(?!https?:)|(?<!\\)\]\((?!http:\/\/pipeline\.test\/)|<(javascript|data):/i,
  )

  const tables = site.slot('exports').map(({ name }) => `/data/${name}.csv`)
  for (const path of [...tables, '/councils.csv', '/projects.csv']) {
    const answer = await get(path)
    expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 })
    const cells = parse(answer.body).flat() as string[]
    const live = cells.filter(cell => /^[=+\-@\t\r\n＝]/.test(cell) && !Number.isFinite(Number(cell)))
    expect(live, path).toEqual([])
  }
}, 60_000)
