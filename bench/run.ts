import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import pg from 'pg'
import { inRoot } from '#plumbing/root.ts'
import { startCluster } from './cluster.ts'
import { startMailSink } from './mail-sink.ts'
import { measure } from './measure.ts'
import { choosePages } from './pages.ts'
import { clusterOf } from './processor-time.ts'
import { formsOf, measurePublishing, type PublishingSide } from './publishing.ts'
import { checkSameContent } from './same-content.ts'
import { type ServerProcess, startServer, startWorker } from './server-process.ts'
import { sessionSecret, signIn } from './signed-in.ts'
import { pageRows, pagesHead, publishingTable } from './table.ts'

// `npm run bench -- publishing` measures that alone.
const isPublishingAlone = process.argv.includes('publishing')
const projects = 5000
const rounds = 3
const say = (line: string) => process.stderr.write(`bench: ${line}\n`)

/** Views are TSX, which Node does not read by itself. */
async function loadFiller(): Promise<typeof import('./fill-database.ts')> {
  const outfile = inRoot('.cache', 'bench', 'fill-database.mjs')
  await build({
    absWorkingDir: inRoot(),
    entryPoints: ['bench/fill-database.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return use(client).finally(() => client.end())
}

/** Makes the other side's search tables; returns the first process of the database's cluster. */
async function prepareUsualStack(client: pg.Client): Promise<number> {
  await client.query(readFileSync(inRoot('bench', 'usual-stack', 'schema.sql'), 'utf8'))
  await client.query('vacuum analyze')
  const { rows } = await client.query('select pg_backend_pid() as pid')
  return clusterOf(rows[0].pid)
}

async function fill(url: string, filler: Awaited<ReturnType<typeof loadFiller>>) {
  say('loading the reference data and content')
  execFileSync(process.execPath, [inRoot('build', 'cli.js'), 'seed'], {
    env: { ...process.env, ...product(url) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { rows } = await connected(url, client =>
    client.query('select count(*)::integer as count from project'),
  )
  if (rows[0].count >= projects) return say('the database holds projects from an earlier run')
  say(`making ${projects} projects, and indexing them`)
  await filler.addProjects(url, projects)
}

// Of what is measured nothing asks what texts mean.
const product = (url: string) => ({
  DATABASE_URL: url,
  METRICS_PORT: '0',
  TRUST_PROXY: 'true',
  EMBEDDER: 'off',
})

/** Whether a worker still has something to do. */
const workLeft = {
  ours: `select exists (select from activity_outbox)
    or exists (select from job where done_at is null and dead_at is null and run_at <= now()) as "isBusy"`,
  usual: `select exists (select from usual_stack_jobs.job
    where name = 'stance-taken' and state in ('created', 'retry', 'active')) as "isBusy"`,
}

const publishingSide = (
  url: string,
  client: pg.Client,
  server: ServerProcess,
  program: string[],
  cookies: string[],
  question: string,
): PublishingSide => ({
  server,
  cookies,
  startWorker: sink =>
    startWorker(server.name, program, Number(new URL(server.origin).port), {
      ...product(url),
      SMTP_URL: sink.url,
    }),
  isBusy: async () => (await client.query(question)).rows[0].isBusy,
})

function runProgram(program: string, env: Record<string, string> = {}) {
  say(`measuring: ${program}`)
  execFileSync(process.execPath, [inRoot('bench', `${program}.ts`)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

// The filler works in this process, and has no thread to embed in.
process.env.EMBEDDER = 'off'
const cluster = startCluster()
const stops = [async () => cluster.stop()]
try {
  const { url } = cluster
  const filler = await loadFiller()
  await fill(url, filler)
  say('making people and problems')
  const people = await filler.addPeople(url)
  const clusterPid = await connected(url, prepareUsualStack)
  const cookies = await connected(url, client => signIn(client, people.officers))

  say('starting both servers')
  const ours = await startServer('pipeline', ['build/cli.js', 'start', '--no-worker'], 3901, product(url))
  stops.unshift(ours.stop)
  const usual = await startServer('usual-stack', ['bench/usual-stack/server.mjs'], 3902, {
    ...product(url),
    FRAME: JSON.stringify(filler.frame()),
    SESSION_SECRET: sessionSecret,
  })
  stops.unshift(usual.stop)
  const pages = await choosePages(url, ours.origin, cookies)
  for (const page of [...pages, formsOf(people, cookies)])
    await checkSameContent(page, ours.origin, usual.origin)

  if (!isPublishingAlone) {
    console.log(pagesHead)
    for (const page of pages) {
      say(`measuring: ${page.name}`)
      const figures = await measure(page, ours, usual, clusterPid, rounds)
      console.log(pageRows(page.name, figures))
    }
  }
  say('measuring: publishing')
  const measured = await connected(url, client => {
    const sides = {
      ours: publishingSide(url, client, ours, ['build/cli.js', 'worker'], cookies.ours, workLeft.ours),
      usual: publishingSide(
        url,
        client,
        usual,
        ['bench/usual-stack/worker.mjs'],
        cookies.usual,
        workLeft.usual,
      ),
    }
    return measurePublishing(sides, startMailSink, people, clusterPid)
  })
  console.log(publishingTable(measured))
  for (const stop of stops.splice(0, 2)) await stop()

  if (!isPublishingAlone)
    for (const program of ['search-scale', 'search-ranking']) runProgram(program, { BENCH_DATABASE_URL: url })
} finally {
  for (const stop of stops) await stop()
}
// These make databases of their own.
if (!isPublishingAlone) for (const program of ['subscriptions', 'digests']) runProgram(program)
