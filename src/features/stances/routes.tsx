import { Readable } from 'node:stream'
import { listPeople } from '#features/accounts/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import { findOrganisation } from '#features/organisations/index.ts'
import { findProblem, problemPath } from '#features/problems/index.ts'
import { anyone, hasDuty, isMemberOf, isSpeaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { exportAsCsv } from '#plumbing/export.ts'
import { failure } from '#plumbing/failures.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { stanceTable } from './open-data.ts'
import { publicStance } from './public-stance.ts'
import { listVersions } from './queries.ts'
import { isAsked, stancePath, stanceQuery, stancesPath } from './stance-list.ts'
import { findOwnStanding, listOfficers, listStanding, listWithdrawn } from './standing-queries.ts'
import { StanceListPage } from './views/stance-list-page.tsx'
import { StancePage } from './views/stance-page.tsx'

const way = (items: { label: string; href: string }[]) => (
  <Breadcrumbs items={[{ label: 'Check', href: '/' }, { label: 'Problems', href: '/problems' }, ...items]} />
)

const list = get(
  '/problems/:slug/stances',
  { access: anyone, params: slugParams, query: stanceQuery },
  async ({ db, clock, actor, params, query }) => {
    const problem = await findProblem(db, actor, params.slug)
    const today = inLondon(clock.now()).date
    const standing = (await listStanding(db, today, [problem.id])).get(problem.id) ?? []
    const own = isSpeaker(actor)
      ? await findOwnStanding(db, today, actor.actingFor.id, problem.id)
      : undefined
    const officers = await listOfficers(db, standing)
    return page({
      title: `Who has this problem: ${problem.title}`,
      description: `Organisations that have this problem, fixed it or tried to: ${problem.title}.`,
      canonical: stancesPath(problem.slug),
      unlisted: problem.visibility !== 'public',
      way: way([{ label: problem.title, href: problemPath(problem.slug) }]),
      content: (
        <StanceListPage
          problem={problem}
          query={query}
          standing={standing}
          withdrawn={await listWithdrawn(db, today, problem.id)}
          officers={officers}
          hasSpoken={own?.standing !== undefined}
        />
      ),
    })
  },
)

const file = get(
  '/problems/:slug/stances.csv',
  { access: anyone, params: slugParams, query: stanceQuery, perMinute: 30 },
  async ({ db, clock, actor, params, query }) => {
    const problem = await findProblem(db, actor, params.slug)
    const standing = await listStanding(db, inLondon(clock.now()).date, [problem.id])
    const asked = (standing.get(problem.id) ?? []).filter(stance => isAsked(query, stance))
    const officers = await listOfficers(db, asked)
    const rows = async function* () {
      yield asked.map(stance => publicStance(stance, problem.slug, officers))
    }
    return download({
      type: 'text/csv; charset=utf-8',
      filename: `${problem.slug}-stances.csv`,
      unlisted: problem.visibility !== 'public',
      body: Readable.from(exportAsCsv(db, { ...stanceTable, rows })),
    })
  },
)

const one = get(
  '/problems/:slug/stances/:organisation',
  { access: anyone, params: slugParams.extend({ organisation: slugParams.shape.slug }) },
  async ({ db, clock, actor, params }) => {
    const problem = await findProblem(db, actor, params.slug)
    const asked = await findOrganisation(db, params.organisation)
    const found = await findOwnStanding(db, inLondon(clock.now()).date, asked.id, problem.id)
    const { present, standing = null, own, ids, organisationIds } = found
    if (ids.length === 0) throw failure('absent', '')
    if (present.id !== asked.id) return redirect(stancePath(problem.slug, present.slug))
    const hidden = await listHidden(db, 'stance', ids)
    const isOwn = organisationIds.some(id => isMemberOf(actor, id)) || hasDuty(actor, 'curator')
    const hiding = (standing && hidden.get(standing.id)) ?? null
    if (hiding?.state === 'held' && !isOwn) throw failure('absent', '')
    const versions = await listVersions(
      db,
      ids.filter(id => isOwn || !hidden.has(id)),
    )
    const officers = await listPeople(
      db,
      versions.flatMap(({ writtenBy }) => writtenBy ?? []),
    )
    const speaks = isSpeaker(actor) && actor.actingFor.id === present.id && problem.state !== 'withdrawn'
    return page({
      title: `${present.name}: ${problem.title}`,
      description: `Where ${present.name} stands on a problem that councils share.`,
      unlisted: problem.visibility !== 'public' || hiding !== null,
      way: way([
        { label: problem.title, href: problemPath(problem.slug) },
        { label: 'Who has it', href: stancesPath(problem.slug) },
      ]),
      content: (
        <StancePage
          problem={problem}
          organisation={present}
          standing={standing}
          versions={versions}
          officers={officers}
          hidden={hiding}
          mayRead={isOwn || hiding === null}
          seen={speaks ? (own?.number ?? 0) : null}
        />
      ),
    })
  },
)

export const routes: Route[] = [list, file, one]
