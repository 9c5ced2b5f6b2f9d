import { z } from 'zod'
import { anyone } from '#plumbing/actor.ts'
import { away, page, redirect } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { newSecret } from '#plumbing/secrets.ts'
import { slugParams } from '#plumbing/slug.ts'
import { callbackPath, type Provider, startPath } from './provider.ts'
import { findProvider } from './provider-queries.ts'
import { refusalWords, type SignOnRefusal } from './sign-on.ts'
import { beginSignOn, finishSignOn } from './sign-on-actions.ts'
import { RefusedPage } from './views/refused-page.tsx'

const perMinute = 60
const nextQuery = z.object({ next: z.string().max(2000).catch('').default('') })

const statusOf: Partial<Record<SignOnRefusal, number>> = { down: 503 }

function refused({ label, slug }: Provider, refusal: SignOnRefusal) {
  const { title, says } = refusalWords[refusal](label)
  return page({
    title,
    unlisted: true,
    status: statusOf[refusal] ?? 403,
    content: <RefusedPage title={title} says={says} again={startPath(slug)} />,
  })
}

export const routes: Route[] = [
  get(
    startPath(':slug'),
    { access: anyone, perMinute, params: slugParams, query: nextQuery },
    async ({ db, clock, config, params, query, browser }) => {
      const provider = await findProvider(db, params.slug)
      const browserKey = browser.key || newSecret()
      const begun = await beginSignOn(db, clock, {
        provider,
        browserKey,
        next: query.next,
        baseUrl: config.BASE_URL,
      })
      if (typeof begun === 'string') return refused(provider, begun)
      return away(begun, browser.key ? {} : { browserKey })
    },
  ),

  get(
    callbackPath(':slug'),
    { access: anyone, perMinute, params: slugParams },
    async ({ db, clock, params, url, browser }) => {
      const provider = await findProvider(db, params.slug)
      const answer = await finishSignOn(db, clock, { provider, address: url, browser })
      if (typeof answer === 'string') return refused(provider, answer)
      return redirect(`/welcome?next=${encodeURIComponent(answer.next)}`, { browserKey: answer.browserKey })
    },
  ),
]
