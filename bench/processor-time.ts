import { readdirSync, readFileSync } from 'node:fs'

// The kernel counts in hundredths of a second, whatever its own clock.
const millisecondsPerTick = 10

type Process = { parent: number; name: string; own: number; ofChildren: number }

/** Null when the process has ended. */
function readProcess(pid: number): Process | null {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
  // The name stands in brackets and may hold any character, so the fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number)
  return {
    parent: Number(fields[1]),
    name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
    own: (user! + system!) * millisecondsPerTick,
    ofChildren: (childUser! + childSystem!) * millisecondsPerTick,
  }
}

/** Milliseconds of processor time that a process has used with all its threads. */
export function timeOfProcess(pid: number): number {
  const found = readProcess(pid)
  if (!found) throw new Error(`The process ${pid} has ended.`)
  return found.own
}

/** Milliseconds that a database cluster has used: its first process, all its children, and those that have ended. */
export function timeOfCluster(firstPid: number): number {
  const first = readProcess(firstPid)
  if (!first) throw new Error('The database has ended.')
  const children = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => readProcess(Number(name)))
    .filter(child => child?.parent === firstPid)
  return children.reduce((sum, child) => sum + child!.own, first.own + first.ofChildren)
}

/** The first process of the cluster that a backend belongs to. Throws when the database is on another machine. */
export function clusterOf(backendPid: number): number {
  const backend = readProcess(backendPid)
  if (!backend || !/^postgres/.test(backend.name))
    throw new Error('The database must run on this machine: its processor time is read from /proc.')
  return backend.parent
}
