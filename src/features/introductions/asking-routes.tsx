import { z } from 'zod'
import { ForWhomPage, listMembershipsOf, listSpokespeople } from '#features/accounts/index.ts'
import { type Finding, screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { isPublicSpeaker, isSpeaker, people, type Speaker, speakers } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { askToMeet, obstacleToAsking } from './asking-actions.ts'
import { findIntroducible, type Introducible } from './introducible.ts'
import { askPath, introductionPath } from './introduction.ts'
import { askForm, momentsOf } from './introduction-forms.ts'
import { AskPage } from './views/ask-page.tsx'
import { NotForYouPage } from './views/not-for-you-page.tsx'

const query = z.object({
  of: z.string().regex(/^[a-z-]{1,40}$/),
  id: z.uuid(),
  whom: z.enum(['curator']).optional().catch(undefined),
})

type Context = Pick<
  RouteContext<z.output<typeof query>, unknown, unknown, Speaker>,
  'db' | 'site' | 'clock' | 'actor' | 'query'
>

async function findAbout({ db, site, actor, query: { of: kind, id, whom } }: Context) {
  const thing = await findIntroducible(db, site, actor, { kind, id })
  if (!thing) throw failure('absent', '')
  return { about: { kind, id, thing }, asked: whom ? null : thing.organisation }
}

const notForThem = (
  { site, actor }: { site: Site; actor: Speaker },
  status: 200 | 403,
  thing?: Introducible,
) =>
  page({
    title: 'Officers ask each other to meet',
    unlisted: true,
    status,
    content: (
      <NotForYouPage
        name={actor.actingFor.name}
        thing={thing}
        ways={site.slot('supplierWays').toSorted((a, b) => a.order - b.order)}
        hasOther={actor.memberships.length > 1}
      />
    ),
  })

const screened = (reason: string) =>
  screenTexts([{ field: 'reason', label: 'Why you want to meet', text: reason }])

async function askPage(context: Context, form: FormState, findings: Finding[] = []) {
  const { db, clock, actor, query } = context
  const { about, asked } = await findAbout(context)
  const here = { kind: about.kind, id: about.id }
  return page({
    title: asked ? `Ask to meet ${asked.name}` : 'Ask a curator to be a critical friend',
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={about.thing.path}>Back</BackLink>,
    content: (
      <AskPage
        thing={about.thing}
        whom={asked?.name ?? 'a curator'}
        isFriend={asked === null}
        action={askPath(here, query.whom)}
        organisation={actor.actingFor.name}
        isNobodyThere={asked !== null && (await listSpokespeople(db, asked.id)).length === 0}
        isHeld={await willBeHeld(db, actor)}
        obstacle={await obstacleToAsking(db, clock, actor, { about, asked })}
        friendHref={askPath(here, 'curator')}
        form={form}
        findings={findings}
      />
    ),
  })
}

export const routes: Route[] = [
  get('/introductions/new', { access: people, query }, async ({ actor, ...context }) => {
    const { db, site, url } = context
    if (isPublicSpeaker(actor)) return askPage({ ...context, actor }, freshForm())
    const { of: kind, id } = context.query
    const thing = await findIntroducible(db, site, actor, { kind, id })
    if (!thing) throw failure('absent', '')
    if (isSpeaker(actor)) return notForThem({ site, actor }, 200, thing)
    return page({
      title: 'For whom do you speak?',
      unlisted: true,
      content: (
        <ForWhomPage
          says="Those who speak for a council or another public body ask each other to meet"
          next={url.pathname + url.search}
          memberships={await listMembershipsOf(db, actor.id)}
        />
      ),
    })
  }),

  post('/introductions/new', { access: speakers, perMinute: 60, query, form: askForm }, async context => {
    const { db, clock, site, actor, form } = context
    if (!isPublicSpeaker(actor)) return notForThem({ site, actor }, 403)
    const { about, asked } = await findAbout(context)
    if (!form.value) return askPage(context, form)
    const { reason, screened: isScreened } = form.value
    const read = momentsOf(form.value, ['first', 'second'], clock)
    if (read.errors) return askPage(context, { typed: form.typed, errors: read.errors })
    if (!isScreened && screened(reason).length > 0)
      return askPage(context, freshForm(form.typed), screened(reason))
    const { id, isHeld } = await askToMeet(db, clock, actor, { about, asked, reason, ...read.moments })
    return redirect(introductionPath(id), { done: isHeld ? 'introduction-held' : 'introduction-asked' })
  }),
]
