import {
  councilsLike,
  listOrganisationsById,
  resolveOrganisationTyped,
} from '#features/organisations/index.ts'
import { countIndexed, sentencesOf } from '#features/search/index.ts'
import { listServicesById, resolveService } from '#features/services/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { listByService, type Reading } from './by-service-queries.ts'
import {
  type Answer,
  type AnswerGroup,
  type AnswerRow,
  type CheckRow,
  type ClosenessLevel,
  type GroupName,
  groupNames,
  withoutRepeats,
  worthShowing,
} from './check.ts'
import type { Question } from './check-form.ts'
import { type Near, nearOf } from './near.ts'
import { listMeetings, type Reach, readText } from './near-queries.ts'
import { aroundMarks, withoutFullStop } from './reason.ts'
import { type Asker, sharedFacts } from './shared-facts.ts'

const limits = { hits: 200, rowsOfGroup: 5, services: 3, councilsLike: 5 }

/** What sharing a named service adds to the share of words that met. */
const sameServiceBonus = 0.15

/** Figures and lists of the home page, in the order the features ask for. */
export async function findHome(db: Db, site: Site) {
  const inOrder = <T extends { order: number }>(parts: T[]) => parts.toSorted((a, b) => a.order - b.order)
  const figures = await Promise.all(inOrder(site.slot('homeFigures')).map(({ load }) => load(db)))
  const sections = await Promise.all(inOrder(site.slot('homeSections')).map(({ load }) => load(db)))
  return {
    figures: figures.filter(figure => figure !== null),
    sections: sections.filter(section => section !== null),
  }
}

type Candidate = Near & { group: GroupName; kind: string; row: CheckRow; isOfService: boolean }

/** Records of all groups that the problem reaches, by its words and by what it means, closest first. */
async function listCandidates(
  { db, site, clock }: Reading,
  reach: Reach,
  serviceId?: number,
): Promise<Candidate[]> {
  const contributions = site.slot('check')
  const kinds = [...new Set(contributions.map(({ kind }) => kind))]
  const all = await reach({ kinds, limit: limits.hits })
  const candidates = await Promise.all(
    contributions.map(async ({ group, kind, rows }) => {
      const ofKind = new Map(all.filter(hit => hit.kind === kind).map(hit => [hit.id, hit]))
      const found = ofKind.size > 0 ? await rows(db, [...ofKind.keys()], site, clock) : []
      return found.flatMap((row): Candidate[] => {
        const isOfService = serviceId !== undefined && row.services.includes(serviceId)
        const near = nearOf(ofKind.get(row.id)!, isOfService ? sameServiceBonus : 0)
        return near ? [{ group, kind, row, isOfService, ...near }] : []
      })
    }),
  )
  return candidates.flat().toSorted((a, b) => b.nearness - a.nearness || b.score - a.score)
}

/** The best of each group, in the order of the groups, with the reasons for each row. */
async function composeGroups(
  db: Db,
  candidates: Candidate[],
  problem: string,
  asker: Asker,
): Promise<AnswerGroup[]> {
  const close = worthShowing(candidates)
  const chosen = groupNames
    .map(name => ({ name, all: withoutRepeats(close.filter(({ group }) => group === name)) }))
    .filter(({ all }) => all.length > 0)
  const shown = chosen.flatMap(({ all }) => all.slice(0, limits.rowsOfGroup))
  const sentences = shown.map(({ row }) => ({
    own: row.ownWords.flatMap(sentencesOf),
    editors: row.editorsNotes.flatMap(sentencesOf),
  }))
  const meetings = await listMeetings(
    db,
    sentencesOf(problem),
    sentences.map(({ own, editors }) => [...own, ...editors]),
  )
  const answered = shown.map(({ kind, row, closeness }, at): [CheckRow, AnswerRow] => {
    const { own, editors } = sentences[at]!
    const { yours = [], theirs = [] } = meetings[at] ?? {}
    const sentence = theirs.map(({ text }) => text).join('')
    const reason = {
      yours: aroundMarks(withoutFullStop(yours)),
      theirs: withoutFullStop(theirs),
      isByEditors: editors.includes(sentence) && !own.includes(sentence),
      facts: sharedFacts(row, asker),
    }
    return [row, { ...row, kind, closeness, reason }]
  })
  const answerOf = new Map(answered)
  return chosen.map(({ name, all }) => ({
    name,
    rows: all.slice(0, limits.rowsOfGroup).map(({ row }) => answerOf.get(row)!),
    more: Math.max(0, all.length - limits.rowsOfGroup),
  }))
}

/** Organisations of the answer, those that took part too, each at its closest. */
async function listPlaces(db: Db, found: AnswerGroup[]): Promise<Answer['places']> {
  const closest = new Map<string, ClosenessLevel>()
  for (const { organisation, with: others, closeness } of found.flatMap(({ rows }) => rows)) {
    for (const id of [organisation?.id, ...others.map(other => other.id)])
      if (id && closeness > (closest.get(id) ?? 0)) closest.set(id, closeness)
  }
  const organisations = await listOrganisationsById(db, [...closest.keys()])
  return [...organisations.values()]
    .map(({ id, name, slug, gssCode }) => ({ id, name, slug, gss: gssCode, closeness: closest.get(id)! }))
    .toSorted((a, b) => b.closeness - a.closeness || a.name.localeCompare(b.name, 'en'))
}

/** The services that most of the answer is about: a guess by words alone would name odd ones. */
async function listServicesOf(db: Db, found: AnswerGroup[]): Promise<Answer['isAbout']> {
  const weights = new Map<number, number>()
  for (const { services, closeness } of found.flatMap(({ rows }) => rows)) {
    for (const id of services) weights.set(id, (weights.get(id) ?? 0) + closeness)
  }
  const ids = [...weights].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id)
  const services = await listServicesById(db, ids.slice(0, limits.services))
  return [...services.values()].map(({ id, name }) => ({ id, name }))
}

/** What was typed into an optional field: what it names, or what it may have meant. */
async function resolveAsker(db: Db, { council, service }: Question) {
  const typedCouncil = council ? await resolveOrganisationTyped(db, council) : undefined
  const typedService = service ? await resolveService(db, service) : undefined
  const facts = await listOrganisationsById(db, typedCouncil?.match ? [typedCouncil.match.id] : [])
  const unknown: Answer['unknown'] = []
  const note = (field: 'council' | 'service', typed: string, suggestions?: { name: string }[]) => {
    if (suggestions) unknown.push({ field, typed, suggestions: suggestions.map(({ name }) => name) })
  }
  note('council', council, typedCouncil?.suggestions)
  note('service', service, typedService?.suggestions)
  const asker: Asker = { council: facts.get(typedCouncil?.match?.id ?? ''), service: typedService?.match }
  return { asker, unknown }
}

/** The answer to a question: what is close, group by group, and why. Reads only what is public. */
export async function findAnswer(reading: Reading, question: Question): Promise<Answer> {
  const { db, site, clock } = reading
  const { problem } = question
  const { asker, unknown } = await resolveAsker(db, question)
  const reach = await readText(db, problem, { mayLeave: true })
  const all = await listCandidates(reading, reach, asker.service?.id)
  const candidates = all.filter(({ row }) => !question.not.includes(row.id))
  const reached = await composeGroups(db, candidates, problem, asker)
  const isAbout = asker.service ? [] : await listServicesOf(db, reached)
  const ofServices = await listByService(reading, question, { reach, isAbout, asker })
  const found = [...reached, ...ofServices].toSorted(
    (a, b) => groupNames.indexOf(a.name) - groupNames.indexOf(b.name),
  )
  const places = await listPlaces(db, found)
  const inAnswer = new Set(places.map(({ id }) => id))
  const alike = asker.council && (await councilsLike(db, asker.council.id, limits.councilsLike))
  const kinds = new Set([...site.slot('check'), ...site.slot('checkByService')].map(({ kind }) => kind))
  const counts = await countIndexed(db)
  return {
    problem,
    askedAt: clock.now(),
    council: asker.council,
    service: asker.service,
    unknown,
    isAbout,
    groups: found,
    places,
    councilsLike: (alike?.like ?? []).map(({ id, name, slug }) => ({ name, slug, hasRow: inAnswer.has(id) })),
    looked: site
      .slot('searchable')
      .filter(({ kind }) => kinds.has(kind))
      .map(({ kind, label }) => {
        const count = counts.get(kind) ?? 0
        return { label: count === 1 ? label.one : label.many, count }
      }),
  }
}
