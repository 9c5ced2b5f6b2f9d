import { z } from 'zod'
import {
  facetNames,
  filtersOf,
  listChanged,
  listLabels,
  mostKeptWords,
  readCriterion,
  type SearchAddress,
  searchPath,
  searchShape,
} from '#features/search/index.ts'
import {
  findRecipientOf,
  listSubscriptions,
  sayHappenings,
  subscriptionsPath,
  titleOfSearch,
} from '#features/subscriptions/index.ts'
import { anyone, people } from '#plumbing/actor.ts'
import { writeCalendar } from '#plumbing/calendar.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { download } from '#plumbing/http/answer.ts'
import { get, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { hashOf, isSecret } from '#plumbing/secrets.ts'
import { tagOf, writeAtom } from './atom.ts'
import {
  askedBy,
  atomType,
  opmlPath,
  ownCalendarPath,
  ownFeedPath,
  readPlace,
  searchFeedPath,
} from './feed.ts'
import { findRecipientByFeed, listFollowed, listNoticed } from './feed-queries.ts'
import { writeOpml } from './opml.ts'

const perPage = 50
const perMinute = 120

async function titleOf(db: Db, site: Site, address: SearchAddress) {
  const chosen = new Map(facetNames.map(name => [name, address[name].map(value => ({ value }))] as const))
  return titleOfSearch(address, await listLabels(db, site, chosen))
}

const searchFeed = get(
  '/search.atom',
  {
    access: anyone,
    perMinute,
    query: searchShape.extend({ before: z.string().optional().catch(undefined) }),
    examples: ['/search.atom', '/search.atom?q=missed+bins', '/search.atom?kind=project&region=London'],
  },
  async ({ db, site, config, query: { before, ...address } }) => {
    const asked = askedBy(address)
    const { criterion, words } = await readCriterion(db, asked.q, filtersOf(asked))
    if (words > mostKeptWords)
      throw failure(
        'invalid',
        `A feed has what has all of the words, and these are ${words}. Use ${mostKeptWords} or fewer.`,
      )
    const place = readPlace(before)
    const found = await listChanged(db, criterion, { limit: perPage + 1, before: place })
    const shown = found.slice(0, perPage)
    const end = shown.at(-1)
    const whole = (path: string) => config.BASE_URL + path
    const feed = {
      id: tagOf(config.BASE_URL, 'search', searchPath(asked)),
      title: `Pipeline: ${await titleOf(db, site, asked)}`,
      self: whole(searchFeedPath(asked, place)),
      alternate: whole(searchPath(asked)),
      first: place && whole(searchFeedPath(asked)),
      next:
        end && found.length > perPage
          ? whole(searchFeedPath(asked, { at: end.changedAt, number: end.number }))
          : undefined,
      entries: shown.map(({ kind, id, title, url, changedAt, meta, summary }) => ({
        id: tagOf(config.BASE_URL, kind, id),
        title,
        url: whole(url),
        changedAt,
        summary: [meta.join(' · '), summary].filter(Boolean).join('\n'),
      })),
    }
    return download({ type: atomType, unlisted: true, body: writeAtom(feed) })
  },
)

const secretShape = z.object({ secret: z.string() })

async function requireRecipient({ db }: Pick<RouteContext, 'db'>, secret: string) {
  const found = isSecret(secret) && (await findRecipientByFeed(db, hashOf(secret)))
  if (!found) throw failure('absent', '')
  return found
}

const pageShape = z.object({ page: z.coerce.number().int().min(1).max(40).catch(1) })

const ownFeed = get(
  ownFeedPath(':secret'),
  { access: anyone, perMinute, params: secretShape, query: pageShape },
  async ({ db, site, config, params: { secret }, query: { page: at } }) => {
    const { id } = await requireRecipient({ db }, secret)
    const found = await listNoticed(db, id, { limit: perPage + 1, skip: (at - 1) * perPage })
    const whole = (path: string) => config.BASE_URL + path
    const address = (page: number) =>
      whole(page === 1 ? ownFeedPath(secret) : `${ownFeedPath(secret)}?page=${page}`)
    const said = await sayHappenings(db, site.slot('happenings'), found.slice(0, perPage))
    const feed = {
      id: tagOf(config.BASE_URL, 'told', id),
      title: 'Pipeline: what you are told of',
      self: address(at),
      alternate: whole(subscriptionsPath),
      first: at > 1 ? address(1) : undefined,
      next: found.length > perPage ? address(at + 1) : undefined,
      entries: said.map(({ kind, subjectId, happening, activityId, ...told }) => ({
        id: tagOf(config.BASE_URL, 'told', kind, subjectId, activityId ?? happening),
        title: told.title,
        url: whole(told.url),
        changedAt: told.matchedAt,
        summary: [
          told.meta.join(' · '),
          `${told.says}. Why: you asked for ${told.because.map(name => `“${name}”`).join(', ')}.`,
        ]
          .filter(Boolean)
          .join('\n'),
      })),
    }
    return download({ type: atomType, unlisted: true, body: writeAtom(feed) })
  },
)

const yearMilliseconds = 366 * 86_400_000

const ownCalendar = get(
  ownCalendarPath(':secret'),
  { access: anyone, perMinute, params: secretShape },
  async ({ db, site, clock, config, params: { secret } }) => {
    const { id } = await requireRecipient({ db }, secret)
    const followed = await listFollowed(db, id, new Date(clock.now().getTime() - yearMilliseconds))
    const days = []
    for (const { kind, ids } of followed)
      for (const deadlines of site.slot('deadlines').filter(deadlines => deadlines.kind === kind))
        days.push(...(await deadlines.list(db, ids, config.BASE_URL)))
    return download({
      type: 'text/calendar; charset=utf-8',
      unlisted: true,
      body: writeCalendar({
        name: 'Pipeline: deadlines',
        describes: 'Deadlines of what your subscriptions found and what you watch.',
        url: config.BASE_URL + subscriptionsPath,
        days: days.toSorted((a, b) => (a.day + a.uid < b.day + b.uid ? -1 : 1)),
      }),
    })
  },
)

const opml = get(opmlPath, { access: people, examples: [opmlPath] }, async ({ db, config, actor }) => {
  const recipient = await findRecipientOf(db, { personId: actor.id })
  const subscriptions = recipient ? await listSubscriptions(db, recipient.id) : []
  return download({
    type: 'text/x-opml; charset=utf-8',
    filename: 'pipeline-subscriptions.opml',
    unlisted: true,
    body: writeOpml(
      'Pipeline: what you are told of',
      subscriptions.map(({ title, address }) => ({
        title,
        url: config.BASE_URL + address,
        feed: address.startsWith('/search?')
          ? config.BASE_URL + address.replace('/search?', '/search.atom?')
          : undefined,
      })),
    ),
  })
})

export const routes: Route[] = [searchFeed, ownFeed, ownCalendar, opml]
