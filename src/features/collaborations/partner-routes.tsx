import { z } from 'zod'
import { projectPath } from '#features/project-plans/index.ts'
import { isLeadOf, type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { answerAsking, askPartner, changeRoles, leaveCollaboration } from './actions.ts'
import { askable, type Collaboration, collaborationPath, partnersPath } from './collaboration.ts'
import { answerForm, rolesField } from './collaboration-form.ts'
import { findAskedOrMet, findOwn } from './own-queries.ts'
import { JoiningPage } from './views/joining-page.tsx'
import { LeavingPage, PartnersPage } from './views/partners-page.tsx'
import { CollaborationWay } from './views/way.tsx'

const perMinute = 30

const ownPlace = ({ partners }: Collaboration, actor: Speaker) =>
  partners.find(({ organisation }) => organisation.id === actor.actingFor.id)

/** A collaboration that the organisation one acts for was asked into, whatever it answered. */
async function findAsked(db: Db, actor: Speaker, slug: string) {
  const { collaboration } = await findAskedOrMet(db, actor, slug)
  const own = ownPlace(collaboration, actor)
  if (!own) throw failure('absent', '')
  return { collaboration, own }
}

const joining: Route[] = [
  get(
    '/projects/:slug/collaboration/joining',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/collaboration/joining'] },
    async ({ db, actor, params }) => {
      const { collaboration, own } = await findAsked(db, actor, params.slug)
      if (own.state !== 'asked') return redirect(collaborationPath(params.slug))
      return joiningPage(actor, collaboration, freshForm())
    },
  ),
  post(
    '/projects/:slug/collaboration/joining',
    { access: speakers, params: slugParams, form: answerForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const { collaboration } = await findAsked(db, actor, params.slug)
      if (!form.value) return joiningPage(actor, collaboration, form)
      const { answer, roles } = form.value
      const isJoined = answer === 'join'
      await answerAsking(db, clock, actor, { collaboration, isJoined, roles })
      return isJoined
        ? redirect(collaborationPath(params.slug), { done: 'collaboration-joined' })
        : redirect(projectPath(params.slug), { done: 'collaboration-declined' })
    },
  ),
]

function joiningPage(actor: Speaker, collaboration: Collaboration, form: FormState) {
  const { slug, said } = collaboration.plan
  return page({
    title: `Join the collaboration: ${said.title}`,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={projectPath(slug)}>Back to the project</BackLink>,
    content: (
      <JoiningPage
        collaboration={collaboration}
        organisation={actor.actingFor.name}
        isLead={isLeadOf(actor, actor.actingFor.id)}
        form={form}
      />
    ),
  })
}

const askingForm = z.object({ organisation: optionalText(40) })

const partners: Route[] = [
  get(
    '/projects/:slug/collaboration/partners',
    {
      access: speakers,
      params: slugParams,
      examples: ['/projects/fewer-missed-bins/collaboration/partners'],
    },
    async ({ db, actor, params }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      return page({
        title: `Partners: ${collaboration.plan.said.title}`,
        unlisted: true,
        way: <CollaborationWay collaboration={collaboration} />,
        content: (
          <PartnersPage
            collaboration={collaboration}
            askable={askable(collaboration.plan, collaboration.partners)}
            own={ownPlace(collaboration, actor)!}
          />
        ),
      })
    },
  ),
  post(
    '/projects/:slug/collaboration/partners',
    { access: speakers, params: slugParams, form: askingForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const organisationId = form.value?.organisation ?? ''
      await askPartner(db, clock, actor, { collaboration, organisationId })
      return redirect(partnersPath(params.slug), { done: 'collaboration-asked' })
    },
  ),
  post(
    '/projects/:slug/collaboration/roles',
    { access: speakers, params: slugParams, form: z.object({ roles: rolesField }), perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      await changeRoles(db, clock, actor, { collaboration, roles: form.value?.roles ?? [] })
      return redirect(partnersPath(params.slug), { done: 'collaboration-roles' })
    },
  ),
]

const leaving: Route[] = [
  get(
    '/projects/:slug/collaboration/leaving',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/collaboration/leaving'] },
    async ({ db, actor, params }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      return page({
        title: `Leave the collaboration? ${collaboration.plan.said.title}`,
        unlisted: true,
        way: <CollaborationWay collaboration={collaboration} />,
        content: (
          <LeavingPage
            collaboration={collaboration}
            organisation={actor.actingFor.name}
            isLead={isLeadOf(actor, actor.actingFor.id)}
          />
        ),
      })
    },
  ),
  post(
    '/projects/:slug/collaboration/leaving',
    { access: speakers, params: slugParams, perMinute },
    async ({ db, clock, actor, params }) => {
      await leaveCollaboration(db, clock, actor, await findOwn(db, actor, params.slug))
      return redirect(projectPath(params.slug), { done: 'collaboration-left' })
    },
  ),
]

export const partnerRoutes: Route[] = [...joining, ...partners, ...leaving]
