import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { inRoot } from '#plumbing/root.ts'

export type Process = { pid: number; stop(): Promise<void> }
export type ServerProcess = Process & { name: string; origin: string }

const patienceSeconds = 120

/** Starts a web server as people run it, in a process of its own, and waits until it answers. */
export async function startServer(
  name: string,
  program: string[],
  port: number,
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const { child, stop } = spawnAs(name, program, port, environment)
  const origin = `http://127.0.0.1:${port}`
  await answering(child, origin, `${name} did not start: see .cache/bench-${name}.log`)
  return { name, origin, pid: child.pid!, stop }
}

/** Starts what does the jobs of the server at this port. */
export function startWorker(
  name: string,
  program: string[],
  port: number,
  environment: Record<string, string>,
): Process {
  const { child, stop } = spawnAs(`${name}-worker`, program, port, environment)
  return { pid: child.pid!, stop }
}

function spawnAs(name: string, program: string[], port: number, environment: Record<string, string>) {
  const log = openSync(inRoot('.cache', `bench-${name}.log`), 'w')
  const child = spawn(process.execPath, program, {
    cwd: inRoot(),
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      BASE_URL: `http://localhost:${port}`,
      ...environment,
    },
  })
  const stop = async () => {
    if (child.exitCode !== null) return
    child.kill()
    await once(child, 'exit')
  }
  return { child, stop }
}

async function answering(child: ChildProcess, origin: string, complaint: string) {
  for (let tries = 0; tries < patienceSeconds * 5; tries++) {
    if (child.exitCode !== null) throw new Error(complaint)
    const answer = await fetch(`${origin}/projects`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  child.kill()
  throw new Error(complaint)
}
