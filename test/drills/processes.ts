import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { inRoot } from '#plumbing/root.ts'

/** A process of our own, and the lines it has said. */
export type Running = {
  child: ChildProcess
  onLine(hear: (line: string) => void): void
  kill(): Promise<void>
}

export const sleep = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Starts a program under this Node; `environment` on top of what a program needs. */
export function run(file: string, args: string[], environment: Record<string, string>): Running {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH, METRICS_PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout! })
  const ended = once(child, 'exit')
  return {
    child,
    onLine: hear => lines.on('line', hear),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Resolves with the first line that fits; rejects when the process ends before. */
export const lineOf = ({ child, onLine }: Running, fits: (line: string) => boolean) =>
  new Promise<string>((resolve, reject) => {
    onLine(line => fits(line) && resolve(line))
    child.once('exit', code => reject(new Error(`the process ended (${code})`)))
  })

/** The drill program as one file; pages are JSX, which Node does not run. */
export async function bundleProgram(): Promise<string> {
  const outdir = inRoot('.cache', 'drills')
  mkdirSync(outdir, { recursive: true })
  await build({
    entryPoints: {
      program: inRoot('test/drills/program.ts'),
      'embedded-worker': inRoot('src/plumbing/database/embedded-worker.ts'),
    },
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  return inRoot('.cache', 'drills', 'program.js')
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

const programs = '/usr/lib/postgresql/15/bin'

function asPostgres(program: string, args: string[]) {
  const [command, ...before] =
    process.getuid?.() === 0
      ? ['runuser', '-u', 'postgres', '--', `${programs}/${program}`]
      : [`${programs}/${program}`]
  const { status, stderr } = spawnSync(command!, [...before, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
}

/** A PostgreSQL cluster of the drill's own, in `folder`, which its user must be able to write. */
export async function startCluster(folder: string) {
  const port = await freePort()
  const control = (...args: string[]) => asPostgres('pg_ctl', ['-D', folder, '-w', ...args])
  const start = () =>
    control(
      'start',
      '-l',
      `${folder}.log`,
      '-o',
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`,
    )
  asPostgres('initdb', ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop: (mode: 'fast' | 'immediate') => control('stop', '-m', mode),
  }
}
