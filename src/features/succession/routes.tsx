import { CollaborationWay, findOwn, listLinks } from '#features/collaborations/index.ts'
import { listDecisions } from '#features/shared-decisions/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { download, page } from '#plumbing/http/answer.ts'
import { get, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { wordType } from '#ui/word.ts'
import { loadNames } from './name-queries.ts'
import { type Pack, packOf } from './pack.ts'
import { packAsWord } from './pack-word.ts'
import { loadPlan } from './standing-queries.ts'
import { successionPackPath, successionPath } from './succession.ts'
import { PackPage } from './views/pack-page.tsx'
import { SuccessionPage } from './views/succession-page.tsx'

const path = '/projects/:slug/collaboration/succession'
const examples = (rest: string) => [`/projects/fewer-missed-bins/collaboration/succession${rest}`]

const perMinute = 60

type Asking = Pick<
  RouteContext<unknown, { slug: string }, unknown, Speaker>,
  'db' | 'clock' | 'config' | 'actor' | 'params'
>

/** The plan with what whoever comes next needs besides it, as this reader may see it. */
async function loadPack({ db, clock, config, actor, params }: Asking): Promise<Pack> {
  const collaboration = await findOwn(db, actor, params.slug)
  const plan = await loadPlan(db, clock, collaboration)
  return packOf({
    plan,
    words: await loadNames(db, actor, plan.roles),
    decisions: await listDecisions(db, collaboration.id),
    links: await listLinks(db, collaboration.id),
    today: inLondon(clock.now()).date,
    baseUrl: config.BASE_URL,
  })
}

export const planRoutes: Route[] = [
  get(
    path,
    { access: speakers, params: slugParams, examples: examples('') },
    async ({ db, clock, actor, params }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const plan = await loadPlan(db, clock, collaboration)
      return page({
        title: `Plan of succession: ${collaboration.plan.said.title}`,
        unlisted: true,
        way: <CollaborationWay collaboration={collaboration} />,
        content: (
          <SuccessionPage
            plan={plan}
            words={await loadNames(db, actor, plan.roles)}
            ownId={actor.actingFor.id}
          />
        ),
      })
    },
  ),
  get(
    `${path}/pack`,
    { access: speakers, params: slugParams, examples: examples('/pack') },
    async context => {
      const pack = await loadPack(context)
      const { slug } = context.params
      return page({
        title: `${pack.title}: ${pack.subtitle}`,
        unlisted: true,
        way: <BackLink href={successionPath(slug)}>Back to the plan of succession</BackLink>,
        content: <PackPage pack={pack} wordHref={`${successionPackPath(slug)}.docx`} />,
      })
    },
  ),
  get(
    `${path}/pack.docx`,
    { access: speakers, params: slugParams, perMinute, examples: examples('/pack.docx') },
    async context =>
      download({
        type: wordType,
        filename: `succession-${context.params.slug.slice(0, 60)}.docx`,
        unlisted: true,
        body: await packAsWord(await loadPack(context)),
      }),
  ),
]
