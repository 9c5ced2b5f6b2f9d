import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { inRoot } from '#plumbing/root.ts'

const megabyte = 1024 * 1024
const large = 200 * megabyte
const growthAtMost = 300
const folder = inRoot('.cache', 'bench', 'imports')
const seeded = inRoot('.cache', 'bench', 'imports', 'database')
const scratch = inRoot('.cache', 'bench', 'imports', 'scratch')
const environmentOf = (DATA_DIR: string) => ({
  ...process.env,
  DATA_DIR,
  DATABASE_URL: '',
  EMBEDDER: 'off',
})

const say = (line: string) => process.stderr.write(`bench: ${line}\n`)

type Kind = { format: string; head: string; entry(n: number): string; between: string; foot: string }

const day = (n: number, year: number) =>
  `${String((n % 28) + 1).padStart(2, '0')}/${String((n % 12) + 1).padStart(2, '0')}/${year + (n % 4)}`
const isoDay = (n: number, year: number) => day(n, year).split('/').reverse().join('-')
const words =
  'upkeep of the lifts and doors in offices, libraries and depots, with spares and calls at night. '

const register: Kind = {
  format: 'register',
  head: 'Reference,Contract title,Description,Supplier,Start date,End date,Contract value,Department,Procurement route\n',
  entry: n =>
    `R${n},"Lifts, lot ${n}","${words.repeat(2)}",Example ${n % 5000} Ltd,${day(n, 2021)},${day(n + 5, 2026)},"£${(n % 900) + 1},000.00",Property,Open tender`,
  between: '\n',
  foot: '\n',
}

const release = (n: number) => ({
  ocid: `ocds-b5fd17-${n}`,
  id: `release-${n}`,
  date: '2026-03-01T10:00:00Z',
  tag: ['award'],
  buyer: { id: 'GB-CFS-1', name: 'Manchester City Council' },
  parties: [
    { id: 'GB-CFS-1', name: 'Manchester City Council', roles: ['buyer'] },
    {
      id: 'GB-CFS-2',
      name: `Example ${n % 5000} Ltd`,
      identifier: { scheme: 'GB-COH', id: String(10_000_000 + (n % 5000)) },
      roles: ['supplier'],
    },
  ],
  tender: {
    id: `T${n}`,
    title: `Lifts, lot ${n}`,
    description: words.repeat(8),
    classification: { scheme: 'CPV', id: '50750000' },
    procurementMethod: 'open',
  },
  awards: [
    {
      id: `ocds-b5fd17-${n}-1`,
      status: 'active',
      value: { amount: 1000 * ((n % 900) + 1), currency: 'GBP' },
      suppliers: [{ id: 'GB-CFS-2', name: `Example ${n % 5000} Ltd` }],
      contractPeriod: { startDate: `${isoDay(n, 2021)}T00:00:00Z`, endDate: `${isoDay(n, 2026)}T23:59:59Z` },
    },
  ],
})

const ocds: Kind = {
  format: 'ocds',
  head: '{"version":"1.1","publisher":{"name":"Made for measuring"},"releases":[',
  entry: n => JSON.stringify(release(n)),
  between: ',',
  foot: ']}',
}

/** A made file of at least so many bytes, kept for the next time. */
async function madeFile(kind: Kind, bytes: number): Promise<string> {
  const path = `${folder}/${kind.format}-large`
  if (existsSync(path) && statSync(path).size >= bytes) return path
  const file = createWriteStream(path)
  let written = 0
  const write = async (text: string) => {
    written += text.length
    if (!file.write(text)) await once(file, 'drain')
  }
  await write(kind.head)
  for (let n = 0; written < bytes; n++) await write((n > 0 ? kind.between : '') + kind.entry(n))
  file.end(kind.foot)
  await finished(file)
  return path
}

type Run = {
  seconds: number
  /** When the first hundred rows were read, and at most after that. */
  megabytes: { first: number; most: number }
  printedMegabytes: number
  progress: number
  last: string
}

const residentOf = (pid: number) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}

/** What is done with a file: only looked at, or taken in. */
type Way = { name: string; options: string[]; folder: string }
const looking: Way = { name: 'looked at', options: ['--dry-run', '--json'], folder: seeded }
const takingIn: Way = { name: 'taken in', options: [], folder: scratch }

const percentOf = (said: string) => Number(/(\d+) % of the file read/.exec(said)?.[1] ?? 0)

/** Brings a file as the operator would, in a process of its own. */
async function bring(format: string, path: string, { name, options, folder }: Way): Promise<Run> {
  const command = ['import', path, '--format', format, '--organisation', 'MAN', ...options]
  const began = performance.now()
  const child = spawn(process.execPath, [inRoot('build', 'cli.js'), ...command], {
    env: environmentOf(folder),
  })
  let percent = 0
  let printed = 0
  let said = ''
  const megabytes = { first: 0, most: 0 }
  const look = () => {
    if (!said.includes('% of the file read') || child.exitCode !== null) return
    const now = residentOf(child.pid!)
    megabytes.first ||= now
    megabytes.most = Math.max(megabytes.most, now)
  }
  const watching = setInterval(look, 100)
  child.stdout.on('data', (piece: Buffer) => {
    printed += piece.length
  })
  child.stderr.on('data', (piece: Buffer) => {
    said += piece
    look()
    const now = percentOf(String(piece))
    if (now < percent + 10) return
    percent = now
    const seconds = Math.round((performance.now() - began) / 1000)
    say(
      `${format} ${name}: ${percent} % after ${seconds} s, ${Math.round(megabytes.most - megabytes.first)} MB more`,
    )
  })
  const [code] = await once(child, 'close')
  clearInterval(watching)
  const lines = said.trim().split('\n')
  if (code !== 0) throw new Error(`The import ended with ${code}: ${lines.slice(-3).join(' / ')}`)
  const progress = lines.filter(line => line.includes('% of the file read'))
  return {
    seconds: (performance.now() - began) / 1000,
    megabytes,
    printedMegabytes: printed / megabyte,
    progress: progress.length,
    last: progress.at(-1) ?? '',
  }
}

mkdirSync(folder, { recursive: true })
say('building, and loading the reference data')
execFileSync(process.execPath, [inRoot('scripts', 'pipeline.mjs'), 'seed'], {
  env: environmentOf(seeded),
  stdio: ['ignore', 'ignore', 'ignore'],
})

console.log(
  '| file of 200 MB | seconds | MB after 100 rows | MB at most | grows by MB | of what it may | lines of progress |',
)
console.log('|---|---|---|---|---|---|---|')

async function measure(kind: Kind, way: Way) {
  const run = await bring(kind.format, await madeFile(kind, large), way)
  const { first, most } = run.megabytes
  const grown = most - first
  const figures = [run.seconds, first, most, grown].map(figure => Math.round(figure))
  const ratio = `${Math.round((100 * grown) / growthAtMost)} %`
  console.log(`| ${[`${kind.format}, ${way.name}`, ...figures, ratio, run.progress].join(' | ')} |`)
  say(`${run.last}; ${Math.round(run.printedMegabytes)} MB printed`)
  if (grown > growthAtMost || run.progress < 50) process.exitCode = 1
}

for (const kind of [register, ocds]) await measure(kind, looking)
rmSync(scratch, { recursive: true, force: true })
cpSync(seeded, scratch, { recursive: true })
await measure(register, takingIn)
rmSync(scratch, { recursive: true })
