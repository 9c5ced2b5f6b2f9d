import { explainWords, type Meeting, sentencesOf } from '#features/search/index.ts'
import { everydayServices, listServicesById } from '#features/services/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { AnswerGroup, CheckByService, CheckRow } from './check.ts'
import type { Question } from './check-form.ts'
import { isMetByTitle, isOfService } from './near-names.ts'
import type { Reach } from './near-queries.ts'
import { aroundMarks, withoutFullStop } from './reason.ts'
import { type Asker, sharedFacts } from './shared-facts.ts'

export type Reading = { db: Db; site: Site; clock: Clock }

type About = { id: number; name: string }

const limits = { hits: 20, titles: 60, services: 2, rows: 5, rowsUnnamed: 3 }

/** The services that a text is clearly about: it uses everyday words for one, has all words of its name, or means the same. */
async function listServicesNear(db: Db, text: string, reach: Reach): Promise<About[]> {
  const everyday = everydayServices(text)
  const reached = await reach({ kinds: ['service'], limit: limits.hits })
  const services = await listServicesById(db, [...everyday, ...reached.map(({ id }) => Number(id))])
  const known = reached.flatMap(hit => {
    const service = services.get(Number(hit.id))
    return service ? [{ ...hit, service }] : []
  })
  const meetings = await explainWords(
    db,
    sentencesOf(text),
    known.map(({ service }) => [service.name]),
  )
  const nearness = ({ similarity = 0, words }: (typeof known)[number]) => similarity + (words?.coverage ?? 0)
  const near = known
    .filter((hit, at) => isOfService(hit.similarity, meetings[at]?.theirs))
    .toSorted((a, b) => nearness(b) - nearness(a))
  const ids = new Set([...everyday, ...near.map(({ service }) => service.id)])
  return [...ids].slice(0, limits.services).flatMap(id => services.get(id) ?? [])
}

/** Records of a kind whose titles share enough with the text, with the words that met, by id. */
async function listMetByTitle(
  { db, clock }: Reading,
  text: string,
  reach: Reach,
  { kind, titlesOf }: CheckByService,
): Promise<Map<string, Meeting>> {
  const reached = await reach({ kinds: [kind], limit: limits.titles })
  const ids = reached.map(({ id }) => id)
  const titles = [...(await titlesOf(db, clock, ids))]
  const meetings = await explainWords(
    db,
    sentencesOf(text),
    titles.map(([, title]) => [title]),
  )
  return new Map(
    titles.flatMap(([id], at) => {
      const meeting = meetings[at]
      return meeting && isMetByTitle(meeting) ? [[id, meeting] as const] : []
    }),
  )
}

/**
 * What there is for the service that was chosen, or else for those that the text, or most of the answer, is about; and
 * what the text names by its title or product. Without a chosen service only a few, for each is but likely.
 */
export async function listByService(
  reading: Reading,
  { problem, not }: Question,
  { reach, isAbout, asker }: { reach: Reach; isAbout: About[]; asker: Asker },
): Promise<AnswerGroup[]> {
  const { db, site, clock } = reading
  const { service } = asker
  const near = service ? [] : await listServicesNear(db, problem, reach)
  const about = service ? [service] : [...near, ...isAbout]
  const whyAbout = ({ services }: CheckRow) => [
    ...near.filter(({ id }) => services.includes(id)).map(({ name }) => `What you wrote is close to ${name}`),
    ...(service ? [] : isAbout)
      .filter(({ id }) => services.includes(id) && near.every(other => other.id !== id))
      .map(({ name }) => `Most of this answer is about ${name}`),
  ]
  const found = await Promise.all(
    site.slot('checkByService').map(async (contribution): Promise<AnswerGroup> => {
      const { group, kind, find } = contribution
      const met = await listMetByTitle(reading, problem, reach, contribution)
      const { rows, more, href } = await find(db, clock, {
        serviceIds: [...new Set(about.map(({ id }) => id))],
        text: problem,
        met: [...met.keys()],
        not,
        limit: service ? limits.rows : limits.rowsUnnamed,
      })
      return {
        name: group,
        rows: rows.map(row => {
          const { yours = [], theirs = [] } = met.get(row.id) ?? {}
          const facts = [...(row.shares ?? []), ...whyAbout(row), ...sharedFacts(row, asker)]
          const isLikely =
            service || met.has(row.id) || row.shares || near.some(({ id }) => row.services.includes(id))
          return {
            ...row,
            kind,
            closeness: isLikely ? 2 : 1,
            reason: {
              yours: aroundMarks(withoutFullStop(yours)),
              theirs: withoutFullStop(theirs),
              isByEditors: false,
              facts,
            },
          }
        }),
        more,
        moreHref: href,
      }
    }),
  )
  return found.filter(({ rows }) => rows.length > 0)
}
