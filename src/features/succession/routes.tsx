import { CollaborationWay, findOwn } from '#features/collaborations/index.ts'
import { speakers } from '#plumbing/actor.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { loadNames } from './name-queries.ts'
import { loadPlan } from './standing-queries.ts'
import { SuccessionPage } from './views/succession-page.tsx'

const path = '/projects/:slug/collaboration/succession'
const examples = (rest: string) => [`/projects/fewer-missed-bins/collaboration/succession${rest}`]

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
]
