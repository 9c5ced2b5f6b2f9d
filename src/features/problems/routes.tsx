import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { loadFreshness } from '#features/freshness/index.ts'
import { anyone, isMemberOf } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { placeFields, placeOf, sliceOf, stepsFrom, withFields } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { differencesIn } from './differences.ts'
import { listCouncilCounts, listFigures } from './figure-queries.ts'
import { listServicesIn, listVersions } from './history-queries.ts'
import { listWaiting } from './line-queries.ts'
import { listFacetCounts, listProblems, placeKey } from './list-queries.ts'
import {
  isFindable,
  isPublished,
  isWithheldFrom,
  maySeeProblem,
  type PublishedProblem,
  problemPath,
} from './problem.ts'
import { countOfAll, facetsOf, isFiltered, problemKeys, problemQuery } from './problem-list.ts'
import { findByRef, findMergedOrNot, listProblemsById } from './queries.ts'
import { DraftPage } from './views/draft-page.tsx'
import { HistoryPage } from './views/history-page.tsx'
import { ProblemListPage } from './views/problem-list-page.tsx'
import { ProblemPage, WithheldPage } from './views/problem-page.tsx'

const problemsAtOnce = 25
const versionsAtOnce = 10

const top = [
  { label: 'Check', href: '/' },
  { label: 'Problems', href: '/problems' },
]

const list = get(
  '/problems',
  {
    access: anyone,
    query: problemQuery,
    examples: [
      '/problems',
      '/problems?state=solved&area=17&region=London&sort=title',
      '/problems?sort=councils',
    ],
  },
  async ({ db, site, clock, actor, query, url }) => {
    const { sort } = query
    const place = placeOf(problemKeys[sort], query)
    const councils = sort === 'councils' ? await listCouncilCounts({ db, site, clock }) : undefined
    const own = actor.kind === 'person' ? actor.memberships.map(({ organisationId }) => organisationId) : []
    const [read, counts, waiting] = await Promise.all([
      listProblems(db, actor, query, { sort, councils, place, limit: problemsAtOnce + 1 }),
      listFacetCounts(db, actor, query),
      own.length > 0 ? listWaiting(db, own) : [],
    ])
    const slice = sliceOf(read, problemsAtOnce, place, placeKey(sort))
    const ids = slice.rows.map(({ id }) => id)
    const figures = await listFigures({ db, site, clock }, ids)
    const to = (fields: Record<string, string | undefined>) =>
      withFields(url, { after: undefined, before: undefined, ...fields })
    return page({
      title: 'Problems',
      description: 'What makes the services of councils worse or dearer, with evidence and what it costs.',
      canonical: '/problems',
      content: (
        <ProblemListPage
          count={countOfAll(counts)}
          problems={slice.rows.map(row => ({
            ...row,
            figures: figures.get(row.id) ?? [],
          }))}
          waiting={waiting}
          facets={facetsOf(counts, query)}
          sort={sort}
          isFiltered={isFiltered(query)}
          hrefs={{
            newest: to({ sort: undefined }),
            ...(site.slot('problemCounts').length > 0 && { councils: to({ sort: 'councils' }) }),
            title: to({ sort: 'title' }),
            ...stepsFrom(url, slice),
          }}
        />
      ),
    })
  },
)

type OnProblem = Pick<RouteContext, 'db' | 'site' | 'clock' | 'config' | 'actor'>

/** What other features add to a problem's page, in the order they ask for. */
async function loadPanels({ db, site, clock, config, actor }: OnProblem, problem: PublishedProblem) {
  const slot = site
    .slot('problemPanels')
    .filter(({ alsoOfMerged }) => alsoOfMerged || !problem.merged_into)
    .toSorted((a, b) => a.order - b.order)
  const panels = await Promise.all(slot.map(({ load }) => load(db, { problem, actor, clock, config })))
  return panels.filter(panel => panel !== null)
}

const detail = get('/problems/:slug', { access: anyone, params: slugParams }, async context => {
  const { db, actor, params } = context
  const problem = await findByRef(db, params.slug)
  if (!problem) throw failure('absent', '')
  const shared = { title: problem.title, way: <Breadcrumbs items={top} /> }
  if (isPublished(problem) && isWithheldFrom(actor, problem))
    return page({
      ...shared,
      title: 'This problem is not shown',
      unlisted: true,
      content: <WithheldPage problem={problem} />,
    })
  if (!maySeeProblem(actor, problem)) throw failure('absent', '')
  if (!isPublished(problem))
    return page({ ...shared, unlisted: true, content: <DraftPage problem={problem} /> })
  const standing = await listProblemsById(db, actor, problem.merged_into ? [problem.merged_into] : [])
  if (params.slug !== problem.slug) return redirect(problemPath(problem.slug))
  const { notice, forMembers, isOut } = await loadFreshness(db, actor, { kind: 'problem', id: problem.id })
  return page({
    ...shared,
    description: problem.happens.slice(0, 200),
    unlisted: !isFindable(problem),
    watch: isFindable(problem) && !isOut ? 'what becomes of this problem' : undefined,
    content: (
      <ProblemPage
        problem={problem}
        standing={[...standing.values()][0]}
        panels={await loadPanels(context, problem)}
        notice={notice}
        forMembers={forMembers}
        isOwn={isMemberOf(actor, problem.organisation.id)}
      />
    ),
  })
})

const versionKey = z.tuple([z.number().int().max(1_000_000)])

const history = get(
  '/problems/:slug/history',
  { access: anyone, params: slugParams, query: z.object(placeFields) },
  async ({ db, site, clock, actor, params, query, url }) => {
    const problem = await findMergedOrNot(db, actor, params.slug)
    const happenings = await Promise.all(
      site.slot('problemHistory').map(({ load }) => load(db, { problem, actor, clock })),
    )
    const place = placeOf(versionKey, query)
    const read = await listVersions(db, problem.id, place, versionsAtOnce + 1)
    const slice = sliceOf(read, versionsAtOnce, place, ({ number }) => [number])
    const services = await listServicesIn(db, slice.rows)
    const officers = await listPeople(
      db,
      slice.rows.flatMap(({ person_id }) => person_id ?? []),
    )
    return page({
      title: `History: ${problem.title}`,
      unlisted: !isFindable(problem),
      way: <Breadcrumbs items={[...top, { label: problem.title, href: problemPath(problem.slug) }]} />,
      content: (
        <HistoryPage
          problem={problem}
          happenings={happenings.flat()}
          entries={slice.rows.map(version => ({
            ...version,
            officer: officers.get(version.person_id ?? ''),
            differences: differencesIn(version.before, version.said, services),
          }))}
          hrefs={stepsFrom(url, slice)}
        />
      ),
    })
  },
)

export const routes: Route[] = [list, detail, history]
