import { z } from 'zod'
import { atomType, tagOf, writeAtom } from '#features/feeds/index.ts'
import {
  findShownUpdate,
  findWritten,
  listShownUpdates,
  projectPath,
  updatePath,
} from '#features/project-plans/index.ts'
import { anyone } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { download, page } from '#plumbing/http/answer.ts'
import { get, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { formatDate } from '#ui/date.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { wordType } from '#ui/word.ts'
import { cardFor } from './chat-card.ts'
import { committeeParagraph } from './committee-paragraph.ts'
import { entryOf } from './feed-entry.ts'
import { loadHighlights } from './highlights-queries.ts'
import { reportOf } from './report.ts'
import { reportAsWord } from './report-word.ts'
import { feedPath, reportPath, reportWordPath } from './reporting.ts'
import { ElsewherePage } from './views/elsewhere-page.tsx'
import { ReportPage } from './views/report-page.tsx'

const updateParams = slugParams.extend({ id: z.guid() })
const perMinute = 60
const entriesAtMost = 50

type Params = z.output<typeof updateParams>

/** What an update that was not withdrawn says, to whoever may read it. */
async function loadShown(
  { db, actor, config }: Pick<RouteContext, 'db' | 'actor' | 'config'>,
  params: Params,
) {
  const { plan, update } = await findShownUpdate(db, actor, params)
  if (update.withdrawn_at) throw failure('absent', '')
  const [facts] = await loadHighlights(db, { plan, updates: [update], baseUrl: config.BASE_URL })
  return { plan, update, facts: facts! }
}

const report = get(
  '/projects/:slug/updates/:id/report',
  { access: anyone, params: updateParams },
  async ({ params, ...context }) => {
    const { facts } = await loadShown(context, params)
    return page({
      title: `Highlight report of ${formatDate(facts.on)}: ${facts.project}`,
      unlisted: true,
      way: <BackLink href={updatePath(params.slug, params.id)}>Back to the update</BackLink>,
      content: <ReportPage report={reportOf(facts)} wordHref={reportWordPath(params.slug, params.id)} />,
    })
  },
)

const word = get(
  '/projects/:slug/updates/:id/report.docx',
  { access: anyone, params: updateParams, perMinute },
  async ({ params, ...context }) => {
    const { facts } = await loadShown(context, params)
    return download({
      type: wordType,
      filename: `highlight-report-${params.slug.slice(0, 60)}-${facts.on}.docx`,
      unlisted: true,
      body: await reportAsWord(reportOf(facts)),
    })
  },
)

const elsewhere = get(
  '/projects/:slug/updates/:id/elsewhere',
  { access: anyone, params: updateParams },
  async ({ params, ...context }) => {
    const { update, facts } = await loadShown(context, params)
    const told = { id: update.id, at: update.changed_at }
    return page({
      title: `Use this update elsewhere: ${facts.project}`,
      unlisted: true,
      way: <BackLink href={updatePath(params.slug, params.id)}>Back to the update</BackLink>,
      content: (
        <ElsewherePage
          facts={facts}
          reportHref={reportPath(params.slug, params.id)}
          wordHref={reportWordPath(params.slug, params.id)}
          feedHref={feedPath(params.slug)}
          paragraph={committeeParagraph(facts)}
          cards={{
            teams: cardFor('teams', facts, told),
            slack: cardFor('slack', facts, told),
            webhook: cardFor('webhook', facts, told),
          }}
        />
      ),
    })
  },
)

const feed = get(
  '/projects/:slug/updates.atom',
  { access: anyone, params: slugParams, perMinute },
  async ({ db, actor, config, params }) => {
    const baseUrl = config.BASE_URL
    const plan = await findWritten(db, actor, params.slug)
    const updates = (await listShownUpdates(db, plan.id)).slice(0, entriesAtMost)
    const facts = await loadHighlights(db, { plan, updates, baseUrl })
    return download({
      type: atomType,
      unlisted: true,
      body: writeAtom({
        id: tagOf(baseUrl, 'project-updates', plan.id),
        title: `${plan.said.title}: updates`,
        self: baseUrl + feedPath(plan.slug),
        alternate: `${baseUrl}${projectPath(plan.slug)}#updates`,
        entries: updates.map(({ id, changed_at }, at) =>
          entryOf(facts[at]!, { id, changedAt: changed_at, baseUrl }),
        ),
      }),
    })
  },
)

export const routes: Route[] = [report, word, elsewhere, feed]
