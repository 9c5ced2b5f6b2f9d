import type { PublishedProject } from '#features/projects/project.ts'
import { nothingSaid, phases } from '#features/projects/project.ts'

export type MadeFrom = {
  organisations: string[]
  services: { id: number; name: string; description: string }[]
}
export type MadeProject = { project: PublishedProject; services: number[] }

/** Numbers from 0 up to 1, the same in every run. */
function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const aims = [
  'Understanding',
  'Rethinking',
  'Simplifying',
  'Joining up',
  'Sharing',
  'Opening',
  'Testing',
  'Replacing',
]
const means = [
  'an online form',
  'one record',
  'open data',
  'sensors',
  'text messages',
  'a shared standard',
  'user research',
]
const people = [
  'residents',
  'carers',
  'tenants',
  'social workers',
  'parents',
  'small firms',
  'contact centre staff',
  'planners',
]
const pains = [
  'phone again and again because nobody can see what was agreed',
  'fill in the same details for three teams',
  'wait weeks for an answer that was known on the first day',
  'drop out half way and turn up later in a crisis',
  'travel to an office to show a paper that we already hold',
  'are visited twice because the systems do not talk',
]
const findings = [
  'A third of the calls are about progress alone, and each costs about £7.',
  'Only two of nine neighbouring councils hold this in a form that can be compared.',
  'The contract ends within eighteen months, and the supplier will not open its interface.',
  'The staff had built a spreadsheet that worked better than the system.',
  'Nobody had asked the people who dropped out; we spoke to forty of them.',
  'Three quarters of the forms came from a phone, late in the evening.',
]
const levels = ['Share Ideas', 'Open To Conversation', 'Looking For Partners']

/** Projects of councils that exist, made of the words of the services they are about: none of them is real. */
export function makeProjects(count: number, { organisations, services }: MadeFrom): MadeProject[] {
  const next = numbersFrom(20_261_121)
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const some = <T>(share: number, make: () => T): T | null => (next() < share ? make() : null)
  const day = (from: number, to: number) => {
    const time = Date.UTC(from, 0, 1) + next() * (Date.UTC(to, 0, 1) - Date.UTC(from, 0, 1))
    return new Date(time).toISOString().slice(0, 10)
  }
  const paragraph = (about: string, length: number) =>
    Array.from({ length }, () =>
      oneOf([
        () => `In ${about} ${oneOf(people)} ${oneOf(pains)}.`,
        () => oneOf(findings),
        () => oneOf(services).description,
        () =>
          `As one of the ${oneOf(people)}, I want ${oneOf(means)} for ${oneOf(services).name.toLowerCase()}.`,
      ])(),
    ).join(' ')

  return Array.from({ length: count }, (_, number) => {
    const service = oneOf(services)
    const about = service.name.toLowerCase()
    const title = `${oneOf(aims)} ${about} with ${oneOf(means)}`
    const starts_on = some(0.9, () => day(2018, 2028))
    const least = some(0.8, () => oneOf([0, 10_000, 50_000, 100_000, 250_000]))
    const project: PublishedProject = {
      format: 'pipeline-page',
      key: `made:${number}`,
      url: null,
      facts: {
        ...nothingSaid,
        title,
        organisation_as_published: oneOf(organisations),
        department: some(0.5, () =>
          oneOf(['Digital', 'Transformation', 'Customer Services', 'Adult Social Care']),
        ),
        phase: some(0.9, () => oneOf(phases)),
        starts_on,
        ends_on:
          starts_on && some(0.8, () => `${Number(starts_on.slice(0, 4)) + 1}${starts_on.slice(4, 8)}28`),
        collaboration_level: oneOf(levels),
        budget_min: least,
        budget_max: least === null ? null : least + 50_000,
        stop_reason: some(0.05, () => oneOf(findings)),
        why: paragraph(about, 3),
        problem: paragraph(about, 4),
        users_and_needs: some(0.8, () => paragraph(about, 3)),
        prior_work: some(0.4, () => paragraph(about, 2)),
        existing_team: some(0.3, () => paragraph(about, 1)),
      },
      funding:
        some(0.1, () => ({
          fund: 'Local Digital Fund',
          round: `R${1 + Math.floor(next() * 5)}`,
          stage: 'alpha',
          amount_pounds: 1000 * Math.floor(40 + next() * 110),
          decided_on: day(2018, 2023),
          decided_precision: 'day' as const,
          note: null,
        })) ?? undefined,
      partners:
        some(0.3, () => Array.from({ length: 1 + Math.floor(next() * 4) }, () => oneOf(organisations))) ?? [],
      updates: some(0.25, () => [{ date: starts_on, text: paragraph(about, 2) }]) ?? [],
    }
    const tagged = [service.id, ...(next() < 0.4 ? [oneOf(services).id] : [])]
    return { project, services: [...new Set(tagged)] }
  })
}
