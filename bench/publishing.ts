import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { sayings } from '#features/stances/stance.ts'
import { ask } from './load.ts'
import type { MadePeople } from './made-people.ts'
import type { Mail, MailSink } from './mail-sink.ts'
import type { PageKind } from './pages.ts'
import { timeOfCluster, timeOfProcess } from './processor-time.ts'
import type { Process, ServerProcess } from './server-process.ts'
import type { Cookies } from './signed-in.ts'

/** Milliseconds of processor time for one publication, and from its answer until half and 95 of 100 of the mails had come. */
export type PublishingFigures = {
  web: number
  worker: number
  database: number
  sum: number
  half: number
  most: number
}

export type PublishingSide = {
  server: ServerProcess
  startWorker(sink: MailSink): Process
  cookies: string[]
  /** Whether any work is left to do. */
  isBusy(): Promise<boolean>
}

type Publication = { officer: number; problem: string; form: Record<string, string | string[]> }

const perSecond = 10
const inRound = 50
const rounds = 3
const patienceSeconds = 90

/** No officer speaks of a problem twice, nor of their own. */
function publicationAt(number: number, { officers, problems }: MadePeople): Publication {
  const lap = Math.floor(number / problems.length)
  const says = sayings[number % sayings.length]!
  return {
    officer: (number + 1 + lap) % officers.length,
    problem: problems[number % problems.length]!,
    form: {
      says,
      how: says === 'fixed-it' ? 'One record that the contact centre can read, since spring.' : '',
      why: says === 'tried-and-stopped' ? 'The supplier would not open its interface.' : '',
      size: '1000-to-9999',
      cost: '10k-50k',
      urgency: 'this-year',
      affected: 'Residents who call about progress',
      offers: ['share', 'test'],
      note: 'We asked forty of them. A third of the calls are about progress alone, and each costs about £7.',
    },
  }
}

const formPath = (problem: string) => `/problems/${problem}/stance`

/** The form on both sides, as officers see it before they publish. */
export function formsOf(people: MadePeople, cookies: Cookies): PageKind {
  const seenBy = (keys: string[]) =>
    people.problems.map((_, number) => {
      const { officer, problem } = publicationAt(number, people)
      return { path: formPath(problem), cookie: keys[officer] }
    })
  return { name: 'form', ours: seenBy(cookies.ours), usual: seenBy(cookies.usual) }
}

const hiddenFields = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name, value]): [string, string] => [name!, value!],
  )

/** Opens the form as an officer would, and fills it in. */
async function fillIn({ server, cookies }: PublishingSide, agent: Agent, publication: Publication) {
  const cookie = cookies[publication.officer]!
  const opened = await fetch(server.origin + formPath(publication.problem), {
    headers: { cookie },
  })
  if (opened.status !== 200) throw new Error(`${server.name}: the form answered ${opened.status}.`)
  const form = new URLSearchParams(hiddenFields(await opened.text()))
  for (const [name, values] of Object.entries(publication.form))
    for (const value of [values].flat()) form.append(name, value)
  return async () => {
    const path = `/problems/${publication.problem}/stances`
    const { status, to, body } = await ask(agent, server.origin, { path, cookie, form })
    if (status !== 303 || !to) throw new Error(`${server.name}: publishing answered ${status}.\n${body()}`)
    return { mailPath: to, at: performance.now() }
  }
}

async function until(isSo: () => Promise<boolean>, complaint: string) {
  for (let tries = 0; tries < patienceSeconds * 10; tries++) {
    if (await isSo()) return
    await wait(100)
  }
  throw new Error(complaint)
}

type Sending = Awaited<ReturnType<typeof fillIn>>

/** Sends forms at an even pace, however long answers take, until all that follows is done; gives the milliseconds until each mail. */
async function publish(side: PublishingSide, sink: MailSink, sendings: Sending[]): Promise<number[]> {
  const start = performance.now()
  const answers = await Promise.all(
    sendings.map(async (send, at) => {
      await wait(Math.max(0, start + (at * 1000) / perSecond - performance.now()))
      return send()
    }),
  )
  const haveCome = async () => {
    const times = await sink.arrivals()
    return answers.every(({ mailPath }) => times.has(mailPath)) && !(await side.isBusy())
  }
  await until(haveCome, `${side.server.name}: not every publication was followed by a mail.`)
  const times = await sink.arrivals()
  return answers.map(({ mailPath, at }) => times.get(mailPath)! - at).sort((a, b) => a - b)
}

const shareOf = (sorted: number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1]!

/** One side's median round, and the mails that came of all. */
async function measureSide(side: PublishingSide, sink: MailSink, people: MadePeople, cluster: number) {
  const worker = side.startWorker(sink)
  const agent = new Agent({ keepAlive: true })
  const taken: PublishingFigures[] = []
  try {
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round++) {
      const sendings: Sending[] = []
      for (let at = 0; at < inRound; at++)
        sendings.push(await fillIn(side, agent, publicationAt(round * inRound + at, people)))
      const used = () => [timeOfProcess(side.server.pid), timeOfProcess(worker.pid), timeOfCluster(cluster)]
      const before = used()
      const waits = await publish(side, sink, sendings)
      const [web, atWork, database] = used().map((after, at) => (after - before[at]!) / inRound)
      taken.push({
        web: web!,
        worker: atWork!,
        database: database!,
        sum: web! + atWork! + database!,
        half: shareOf(waits, 0.5),
        most: shareOf(waits, 0.95),
      })
    }
  } finally {
    agent.destroy()
    await worker.stop()
  }
  return taken.slice(1).toSorted((a, b) => a.sum - b.sum)[rounds >> 1]!
}

/** Both sides publish the same, one after the other: a worker that waits looks into the database too. */
export async function measurePublishing(
  { ours, usual }: Record<'ours' | 'usual', PublishingSide>,
  startSink: () => Promise<MailSink>,
  people: MadePeople,
  cluster: number,
): Promise<Record<'ours' | 'usual', PublishingFigures>> {
  const sinks = { ours: await startSink(), usual: await startSink() }
  try {
    const figures = {
      ours: await measureSide(ours, sinks.ours, people, cluster),
      usual: await measureSide(usual, sinks.usual, people, cluster),
    }
    checkSameMail(sinks.ours.mails, sinks.usual.mails)
    return figures
  } finally {
    for (const sink of Object.values(sinks)) sink.close()
  }
}

/** Throws where the two sides wrote different mails. */
function checkSameMail(ours: Map<string, Mail>, usual: Map<string, Mail>) {
  for (const [path, mail] of ours) {
    const other = usual.get(path)
    if (mail.subject !== other?.subject || mail.words !== other.words)
      throw new Error(`The mails about ${path} differ:\n${JSON.stringify(mail)}\n${JSON.stringify(other)}`)
  }
}
