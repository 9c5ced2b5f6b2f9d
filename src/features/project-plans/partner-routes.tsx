import { z } from 'zod'
import { listMembershipsOf, listSpokespeople } from '#features/accounts/index.ts'
import type { Finding } from '#features/moderation/index.ts'
import { findProject, mayRead, welcomesPartners } from '#features/projects/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalText, requiredChoice, tick } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { decideOnPartner, endPartnership, offerToJoin } from './partner-actions.ts'
import { findPartner } from './partner-queries.ts'
import {
  mayEnd,
  maySeeRequest,
  obstacleToDeciding,
  obstacleToOffering,
  requestPath,
  waitsForLead,
} from './partnership.ts'
import { isOpenPartner, projectPath } from './plan.ts'
import { wordLimits } from './plan-parts.ts'
import { findPlan, findPlanOfSlug } from './queries.ts'
import { screenMessage } from './screened-texts.ts'
import { EndPage, OfferPage, RequestPage } from './views/partner-pages.tsx'

const requestParams = z.object({ id: z.guid() })
const requestExample = ['/partner-requests/019aa000-0000-7000-8000-000000000000']

async function findRequest(db: Db, actor: Speaker, id: string) {
  const found = await findPartner(db, id)
  const plan = found && (await findPlan(db, found.plan_id))
  const partner = plan?.partners.find(partner => partner.id === id)
  if (!plan || !partner || partner.state === 'named' || !maySeeRequest(actor, plan, partner))
    throw failure('absent', '')
  return { plan, partner }
}

/** Whether anyone leads the organisation that someone acts for, and how they themselves stand to it. */
async function findLeading(db: Db, { id: personId, actingFor: { id } }: Speaker) {
  const spokespeople = await listSpokespeople(db, id)
  const memberships = await listMembershipsOf(db, personId)
  return {
    hasLead: spokespeople.some(({ role }) => role === 'lead'),
    membership: memberships.find(({ organisation_id }) => organisation_id === id)!,
  }
}

const requests: Route[] = [
  get(
    '/partner-requests/:id',
    { access: speakers, params: requestParams, examples: requestExample },
    async ({ db, actor, params }) => {
      const { plan, partner } = await findRequest(db, actor, params.id)
      return page({
        title: `Partner of ${plan.said.title}`,
        unlisted: true,
        content: (
          <RequestPage
            plan={plan}
            partner={partner}
            obstacle={obstacleToDeciding(actor, plan, partner)}
            leading={waitsForLead(actor, partner) ? await findLeading(db, actor) : null}
            actor={actor}
          />
        ),
      })
    },
  ),
  post(
    '/partner-requests/:id/decision',
    {
      access: speakers,
      params: requestParams,
      form: z.object({ answer: requiredChoice(['confirm', 'decline'], 'Confirm or decline') }),
    },
    async ({ db, clock, actor, params, form }) => {
      if (!form.value) throw failure('absent', '')
      const isConfirmed = form.value.answer === 'confirm'
      await decideOnPartner(db, clock, actor, { partnerId: params.id, isConfirmed })
      return redirect(requestPath(params.id))
    },
  ),
  get(
    '/partner-requests/:id/ending',
    {
      access: speakers,
      params: requestParams,
      examples: ['/partner-requests/019aa000-0000-7000-8000-000000000000/ending'],
    },
    async ({ db, actor, params }) => {
      const { plan, partner } = await findRequest(db, actor, params.id)
      if (!mayEnd(actor, plan, partner)) throw failure('absent', '')
      if (!isOpenPartner(partner)) return redirect(requestPath(partner.id))
      return page({
        title: `End the part of ${partner.organisation.name}? ${plan.said.title}`,
        unlisted: true,
        way: <BackLink href={requestPath(partner.id)}>Back</BackLink>,
        content: (
          <EndPage plan={plan} partner={partner} isOwners={actor.actingFor.id === plan.organisation.id} />
        ),
      })
    },
  ),
  post(
    '/partner-requests/:id/ending',
    { access: speakers, params: requestParams },
    async ({ db, clock, actor, params }) => {
      await endPartnership(db, clock, actor, params.id)
      return redirect(requestPath(params.id))
    },
  ),
]

type OnProject = Pick<
  RouteContext<unknown, { slug: string }, unknown, Speaker>,
  'db' | 'clock' | 'actor' | 'params'
>

/** A written project that this actor may read and ask to join. */
async function findJoinable({ db, clock, actor, params }: OnProject) {
  const project = await findProject(db, params.slug)
  const plan = await findPlanOfSlug(db, params.slug)
  if (!plan?.slug || !mayRead(actor, project)) throw failure('absent', '')
  const isWelcome = welcomesPartners(inLondon(clock.now()).date, project)
  return { plan, slug: plan.slug, obstacle: obstacleToOffering(actor, plan, isWelcome) }
}

async function offerPage(context: OnProject, form: FormState, findings: Finding[] = []) {
  const { plan, slug, obstacle } = await findJoinable(context)
  return page({
    title: `Ask to join: ${plan.said.title}`,
    unlisted: true,
    status: findings.length > 0 ? 422 : undefined,
    errors: form.errors,
    way: <BackLink href={projectPath(slug)}>Back to the project</BackLink>,
    content: (
      <OfferPage
        plan={plan}
        slug={slug}
        organisation={context.actor.actingFor.name}
        obstacle={obstacle}
        form={form}
        findings={findings}
      />
    ),
  })
}

const offering: Route[] = [
  get(
    '/projects/:slug/partners/new',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/partners/new'] },
    async context => offerPage(context, freshForm()),
  ),
  post(
    '/projects/:slug/partners',
    {
      access: speakers,
      params: slugParams,
      /** `seen`: what looks personal was shown, and the writer stands by it. */
      form: z.object({ message: optionalText(wordLimits.message), seen: tick }),
    },
    async context => {
      const { db, clock, actor, form } = context
      if (!form.value) return offerPage(context, form)
      const { plan, slug, obstacle } = await findJoinable(context)
      if (obstacle) throw failure('conflict', obstacle)
      const findings = form.value.seen ? [] : screenMessage(form.value.message)
      if (findings.length > 0) return offerPage(context, form, findings)
      await offerToJoin(db, clock, actor, { planId: plan.id, message: form.value.message })
      return redirect(projectPath(slug))
    },
  ),
]

export const routes: Route[] = [...requests, ...offering]
