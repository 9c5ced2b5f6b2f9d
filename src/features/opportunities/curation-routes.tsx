import { isFindableProblem, resolveProblemTyped } from '#features/problems/index.ts'
import { curators, type Person, speakers } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import {
  callForPartners,
  chooseMembers,
  dismissOpportunity,
  endPartnerCall,
  joinCall,
  leaveCall,
  mergeOpportunity,
  publishOpportunity,
} from './actions.ts'
import { opportunityPath } from './opportunity.ts'
import {
  callForm,
  dismissalForm,
  membersForm,
  mergingForm,
  typedFrom,
  wordingForm,
} from './opportunity-forms.ts'
import { findOpportunity, listOpportunities, listRegions } from './opportunity-queries.ts'
import { CallPage } from './views/call-page.tsx'
import { CurationPage } from './views/curation-page.tsx'

type Context = Pick<RouteContext<unknown, { slug: string }, unknown, Person>, 'db' | 'clock' | 'params'>

const way = ({ slug, title }: { slug: string; title: string }) => (
  <Breadcrumbs
    items={[
      { label: 'Common needs', href: '/opportunities' },
      { label: title, href: opportunityPath(slug) },
    ]}
  />
)

async function curationPage({ db, clock, params }: Context, form?: FormState) {
  const opportunity = await findOpportunity(db, clock, params.slug)
  if (opportunity.state === 'merged') throw failure('absent', '')
  const { title, summary } = opportunity
  const others = await listOpportunities(db, clock, ['proposed', 'published'])
  const typed = { title, summary: summary ?? '', ...form?.typed }
  return page({
    title: `Decide on a common need: ${title}`,
    unlisted: true,
    errors: form?.errors,
    way: way(opportunity),
    content: (
      <CurationPage
        opportunity={opportunity}
        form={{ typed, errors: form?.errors ?? [] }}
        others={others.filter(({ id }) => id !== opportunity.id)}
      />
    ),
  })
}

async function callPage({ db, clock, params }: Context, form?: FormState) {
  const opportunity = await findOpportunity(db, clock, params.slug)
  if (opportunity.state !== 'published') throw failure('absent', '')
  return page({
    title: `Call for partners: ${opportunity.title}`,
    unlisted: true,
    errors: form?.errors,
    way: way(opportunity),
    content: (
      <CallPage
        opportunity={opportunity}
        form={form ?? freshForm(opportunity.call ? typedFrom(opportunity.call) : {})}
        regions={await listRegions(db)}
      />
    ),
  })
}

const params = slugParams

export const routes: Route[] = [
  get('/opportunities/:slug/curation', { access: curators, params }, context => curationPage(context)),

  post('/opportunities/:slug/publication', { access: curators, params, form: wordingForm }, async context => {
    const { db, clock, actor, params, form } = context
    if (!form.value) return curationPage(context, form)
    await publishOpportunity(db, clock, actor, params.slug, form.value)
    return redirect(opportunityPath(params.slug), { done: 'opportunity-published' })
  }),

  post('/opportunities/:slug/members', { access: curators, params, form: membersForm }, async context => {
    const { db, clock, actor, params, form } = context
    if (!form.value) return curationPage(context, form)
    const { members, added } = form.value
    const put = added === null ? undefined : (await resolveProblemTyped(db, actor, added)).match
    if (added !== null && !(put && isFindableProblem(put)))
      return curationPage(
        context,
        refuseForm(form.typed, 'added', 'No problem that everyone can read has just this title or address'),
      )
    const { things } = await findOpportunity(db, clock, params.slug)
    const takenOut = things.filter(({ id }) => !members.includes(id) && id !== put?.id)
    await chooseMembers(db, clock, actor, params.slug, {
      putIn: put ? [{ kind: 'problem', id: put.id }] : [],
      takenOut,
    })
    return redirect(`${opportunityPath(params.slug)}/curation`, { done: 'opportunity-members-chosen' })
  }),

  post('/opportunities/:slug/dismissal', { access: curators, params, form: dismissalForm }, async context => {
    const { db, clock, actor, params, form } = context
    if (!form.value) return curationPage(context, form)
    await dismissOpportunity(db, clock, actor, params.slug, form.value.reason)
    return redirect('/opportunities', { done: 'opportunity-dismissed' })
  }),

  post('/opportunities/:slug/merging', { access: curators, params, form: mergingForm }, async context => {
    const { db, clock, actor, params, form } = context
    if (!form.value) return curationPage(context, form)
    await mergeOpportunity(db, clock, actor, params.slug, form.value.into)
    return redirect(opportunityPath(form.value.into), { done: 'opportunity-merged' })
  }),

  get('/opportunities/:slug/call', { access: curators, params }, context => callPage(context)),

  post('/opportunities/:slug/call', { access: curators, params, form: callForm }, async context => {
    const { db, clock, actor, params, form } = context
    if (!form.value) return callPage(context, form)
    await callForPartners(db, clock, actor, params.slug, form.value)
    return redirect(opportunityPath(params.slug))
  }),

  post(
    '/opportunities/:slug/call/ending',
    { access: curators, params },
    async ({ db, clock, actor, params }) => {
      await endPartnerCall(db, clock, actor, params.slug)
      return redirect(opportunityPath(params.slug), { done: 'partner-call-ended' })
    },
  ),

  post('/opportunities/:slug/answer', { access: speakers, params }, async ({ db, clock, actor, params }) => {
    await joinCall(db, clock, actor, params.slug)
    return redirect(opportunityPath(params.slug))
  }),

  post(
    '/opportunities/:slug/answer/withdrawal',
    { access: speakers, params },
    async ({ db, clock, actor, params }) => {
      await leaveCall(db, clock, actor, params.slug)
      return redirect(opportunityPath(params.slug))
    },
  ),
]
