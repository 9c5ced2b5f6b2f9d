import { z } from 'zod'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { type Collaboration, linksPath } from './collaboration.ts'
import { linkForm } from './collaboration-form.ts'
import { addLink, removeLink } from './link-actions.ts'
import { findOwn } from './own-queries.ts'
import { listLinks } from './queries.ts'
import { LinksPage } from './views/links-page.tsx'
import { CollaborationWay } from './views/way.tsx'

const perMinute = 60

async function linksPage(db: Db, actor: Speaker, collaboration: Collaboration, form: FormState) {
  return page({
    title: `Where the partners work: ${collaboration.plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    way: <CollaborationWay collaboration={collaboration} />,
    content: (
      <LinksPage
        collaboration={collaboration}
        links={await listLinks(db, collaboration.id)}
        ownId={actor.actingFor.id}
        form={form}
      />
    ),
  })
}

export const linkRoutes: Route[] = [
  get(
    '/projects/:slug/collaboration/links',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/collaboration/links'] },
    async ({ db, actor, params }) =>
      linksPage(db, actor, await findOwn(db, actor, params.slug), freshForm({ visibility: 'partners' })),
  ),
  post(
    '/projects/:slug/collaboration/links',
    { access: speakers, params: slugParams, form: linkForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      if (!form.value) return linksPage(db, actor, collaboration, form)
      await addLink(db, clock, actor, collaboration, form.value)
      return redirect(linksPath(params.slug), { done: 'collaboration-link-added' })
    },
  ),
  post(
    '/projects/:slug/collaboration/links/:id/removal',
    { access: speakers, params: slugParams.extend({ id: z.guid() }), perMinute },
    async ({ db, clock, actor, params }) => {
      await removeLink(db, clock, actor, await findOwn(db, actor, params.slug), params.id)
      return redirect(linksPath(params.slug), { done: 'collaboration-link-removed' })
    },
  ),
]
