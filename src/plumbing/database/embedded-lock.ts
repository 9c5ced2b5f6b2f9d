import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { failure } from '../failures.ts'

export type Unlock = () => Promise<void>

/** Two processes on one data directory would destroy it silently. Refuses with the holder's process id. */
export const lockFolder = (folder: string): Promise<Unlock> =>
  process.platform === 'linux' ? lockBySocket(folder) : lockByFile(`${folder}.pid`)

const refusal = (folder: string, holder: string) =>
  failure(
    'unavailable',
    `${folder} is in use by process ${holder}. The embedded database serves one process at a time: stop that one first.`,
  )

/** Linux only: a socket without a file, which the kernel frees the moment its process dies, however it dies. */
async function lockBySocket(folder: string): Promise<Unlock> {
  const name = `\0pipeline-${createHash('sha256').update(realpathSync(folder)).digest('hex')}`
  const server = createServer(socket => socket.on('error', () => {}).end(String(process.pid))).unref()
  server.listen(name)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw refusal(folder, await holderOf(name))
  }
  return async () => {
    server.close()
    await once(server, 'close')
  }
}

async function holderOf(name: string) {
  const socket = connect(name)
  socket.setTimeout(2000, () => socket.destroy(new Error('no answer')))
  return text(socket).catch(() => 'unknown')
}

export async function lockByFile(path: string): Promise<Unlock> {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch {
    const holder = readFileSync(path, 'utf8')
    if (isAlive(Number(holder))) throw refusal(path.replace(/\.pid$/, ''), holder)
    rmSync(path)
    return lockByFile(path)
  }
  return async () => rmSync(path, { force: true })
}

function isAlive(id: number) {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
