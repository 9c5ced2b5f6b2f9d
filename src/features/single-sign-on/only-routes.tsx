import type { Person } from '#plumbing/actor.ts'
import { people } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { decidesSignIn, onlyForm, proofBy, signInPath } from './only.ts'
import { relaxSignOn, requireSignOn } from './only-actions.ts'
import { findOnlySince, findPresentOrganisation, hasSignedOn, listDomains } from './only-queries.ts'
import { listProvidersOf } from './provider-queries.ts'
import { HowPeopleSignInPage } from './views/how-people-sign-in-page.tsx'

type Asked = Pick<RouteContext<unknown, { slug: string }, unknown, Person>, 'db' | 'actor' | 'params'>

/** For anyone else there is no such page. */
async function findDecided({ db, actor, params }: Asked) {
  const organisation = await findPresentOrganisation(db, params.slug)
  if (!decidesSignIn(actor, organisation.id)) throw failure('absent', '')
  return organisation
}

export const routes: Route[] = [
  get(
    '/organisations/:slug/sign-in',
    { access: people, params: slugParams, examples: ['/organisations/leeds-city-council/sign-in'] },
    async context => {
      const { db, actor } = context
      const organisation = await findDecided(context)
      return page({
        title: `How people sign in for ${organisation.name}`,
        unlisted: true,
        content: (
          <HowPeopleSignInPage
            organisation={organisation}
            providers={await listProvidersOf(db, organisation.id)}
            domains={await listDomains(db, organisation.id)}
            since={await findOnlySince(db, organisation.id)}
            isProven={await hasSignedOn(db, organisation.id, proofBy(actor, organisation.id))}
          />
        ),
      })
    },
  ),

  post(
    '/organisations/:slug/sign-in',
    { access: people, params: slugParams, form: onlyForm },
    async context => {
      const { db, clock, actor, form } = context
      const organisation = await findDecided(context)
      if (!form.value) throw failure('invalid', form.errors[0].message)
      if (form.value.only === 'yes') await requireSignOn(db, clock, actor, organisation)
      else await relaxSignOn(db, clock, actor, organisation)
      return redirect(signInPath(organisation.slug))
    },
  ),
]
