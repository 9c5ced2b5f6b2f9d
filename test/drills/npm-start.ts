import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { homedir } from 'node:os'
import { createInterface } from 'node:readline'
import { root } from '#plumbing/root.ts'

/** Who is killed of npm → shell → launcher → site: all at once, or one, as when memory runs out; the rest must notice. */
export type Victim = 'all' | 'npm' | 'launcher' | 'site'

/** `npm start` as a person types it, in a process group of its own. `kill` resolves when none of its processes lives. */
export function npmStart(environment: Record<string, string>) {
  // Without the Node that the launcher of the drills put in front: a launcher on an older Node starts another one.
  const path = process.env.PATH!.split(':').filter(folder => !folder.includes('.node/node_modules'))
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH: path.join(':'), HOME: homedir(), LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const lines = createInterface({ input: child.stderr! })
  // All of them write to this one pipe, so it closes with the last.
  const allEnded = once(lines, 'close')
  return {
    child,
    onLine: (hear: (line: string) => void) => lines.on('line', hear),
    kill: async (victim: Victim = 'all') => {
      const chain = chainFrom(child.pid!)
      const who = { all: -child.pid!, npm: child.pid!, launcher: chain.at(-2)!, site: chain.at(-1)! }
      process.kill(who[victim], 'SIGKILL')
      await allEnded
    },
  }
}

/** A process, what it started, what that started, and so on. */
function chainFrom(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const above = new Map(
    stdout
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/).map(Number).reverse() as [number, number]),
  )
  const chain = [pid]
  for (let next = above.get(pid); next; next = above.get(next)) chain.push(next)
  return chain
}
