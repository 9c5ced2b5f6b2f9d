import { z } from 'zod'
import type { Finding } from '#features/moderation/index.ts'
import { type OrganisationName, resolveOrganisationTyped } from '#features/organisations/index.ts'
import { listProblemsById, type PublishedProblem, resolveProblemTyped } from '#features/problems/index.ts'
import { linkKinds, type ProjectLink } from '#features/projects/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import {
  type FormState,
  freshForm,
  optionalText,
  refuseForm,
  requiredChoice,
  requiredText,
  tick,
} from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { webAddress } from '#plumbing/web-address.ts'
import { fieldIn } from '#ui/form.tsx'
import { changeLinks, linksAtMost, setProblem } from './list-actions.ts'
import { endPartnership, namePartner } from './partner-actions.ts'
import { type Plan, planPath } from './plan.ts'
import { onwards, type Step, wordLimits } from './plan-parts.ts'
import { listProblemsRaisedBy, mostOffered } from './problem-choice-queries.ts'
import { screenMessage } from './screened-texts.ts'
import { findOwn, planExample, planParams, wayTo } from './step-routes.tsx'
import { LinksPage, PartnersPage, ProblemsPage } from './views/list-pages.tsx'

const shared = { access: speakers, params: planParams }

/** A value that a button of our own sends: anything else is no such thing. */
const sent = <Value,>(form: { value?: Value }): Value => {
  if (!form.value) throw failure('absent', '')
  return form.value
}

/** The button that leads on also adds what stands in the box, so that nothing typed is lost. */
const leadsOn = ({ typed }: FormState) => typed.next === 'onwards'

/** Whether it was pressed with nothing in the box. */
const onlyLeadsOn = (form: FormState, ...box: string[]) =>
  leadsOn(form) && box.every(field => !fieldIn(form, field).value?.trim())

/** Where one goes when something was added, or there was nothing to add. */
const after = (plan: Plan, step: Step, form: FormState) =>
  redirect(leadsOn(form) ? onwards(plan, step) : `${planPath(plan.id)}/${step}`)

type Listing = { plan: Plan; form: FormState; near?: PublishedProblem[] }

async function problemsPage(db: Db, actor: Speaker, { plan, form, near }: Listing) {
  const problems = await listProblemsById(db, actor, plan.problemIds)
  const offered = near ?? (await listProblemsRaisedBy(db, actor, plan.organisation.id))
  return page({
    title: `Problems it addresses: ${plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    way: wayTo(plan),
    content: (
      <ProblemsPage
        plan={plan}
        form={form}
        problems={[...problems.values()]}
        offered={offered.filter(({ id }) => !problems.has(id))}
        isNear={near !== undefined}
      />
    ),
  })
}

/** The problem that was chosen, or that has this address or alone this title; else open ones whose titles come near. */
async function resolveMeant(db: Db, actor: Speaker, { chosen, problem }: z.output<typeof problemForm>) {
  const { match, near = [] } = await resolveProblemTyped(db, actor, chosen ?? problem ?? '')
  return { match, near: near.filter(({ state }) => state === 'published').slice(0, mostOffered) }
}

const problemForm = z
  .object({ chosen: optionalText(wordLimits.line), problem: optionalText(wordLimits.address) })
  .refine(({ chosen, problem }) => chosen || problem, {
    path: ['problem'],
    message: 'Write the title of a problem, or its address',
  })

const problems: Route[] = [
  get('/plans/:id/problems', { ...shared, examples: planExample('/problems') }, async context =>
    problemsPage(context.db, context.actor, { plan: await findOwn(context), form: freshForm() }),
  ),
  post('/plans/:id/problems', { ...shared, form: problemForm }, async context => {
    const { db, clock, actor, form } = context
    const plan = await findOwn(context)
    if (onlyLeadsOn(form, 'chosen', 'problem')) return after(plan, 'problems', form)
    if (!form.value) return problemsPage(db, actor, { plan, form })
    const { match, near } = await resolveMeant(db, actor, form.value)
    if (!match) {
      const message =
        near.length > 0
          ? 'Choose the problem you mean, or write more of its title'
          : 'No problem has this title or address. Look for it among the problems, and copy its address'
      const refused = refuseForm(form.typed, near.length > 0 ? 'chosen' : 'problem', message)
      return problemsPage(db, actor, { plan, form: refused, near })
    }
    await setProblem(db, clock, actor, { planId: plan.id, problemId: match.id, isAddressed: true })
    return after(plan, 'problems', form)
  }),
  post(
    '/plans/:id/problems/removal',
    { ...shared, form: z.object({ problem: z.guid() }) },
    async ({ db, clock, actor, form, params }) => {
      const { problem } = sent(form)
      await setProblem(db, clock, actor, { planId: params.id, problemId: problem, isAddressed: false })
      return redirect(`${planPath(params.id)}/problems`)
    },
  ),
]

type Refusal = { suggestions?: OrganisationName[]; findings?: Finding[] }

const partnersPage = (plan: Plan, form: FormState, { suggestions, findings = [] }: Refusal = {}) =>
  page({
    title: `Partners: ${plan.said.title}`,
    unlisted: true,
    status: findings.length > 0 ? 422 : undefined,
    errors: form.errors,
    way: wayTo(plan),
    content: <PartnersPage plan={plan} form={form} suggestions={suggestions} findings={findings} />,
  })

const partners: Route[] = [
  get('/plans/:id/partners', { ...shared, examples: planExample('/partners') }, async context =>
    partnersPage(await findOwn(context), freshForm()),
  ),
  post(
    '/plans/:id/partners',
    {
      ...shared,
      form: z.object({
        organisation: requiredText('Write the name of an organisation', wordLimits.line),
        message: optionalText(wordLimits.message),
        /** What looks personal was shown, and the writer stands by it. */
        seen: tick,
      }),
    },
    async context => {
      const { db, clock, actor, form } = context
      const plan = await findOwn(context)
      if (onlyLeadsOn(form, 'organisation', 'message')) return after(plan, 'partners', form)
      if (!form.value) return partnersPage(plan, form)
      const { message: words, seen } = form.value
      const { match, suggestions } = await resolveOrganisationTyped(db, form.value.organisation)
      if (!match) {
        const message =
          suggestions.length > 0 ? 'Choose the one you mean' : 'Write its name as it is known here'
        return partnersPage(plan, refuseForm(form.typed, 'organisation', message), { suggestions })
      }
      if (match.id === plan.organisation.id) {
        const message = `${match.name} leads this project: name the others who take part`
        return partnersPage(plan, refuseForm(form.typed, 'organisation', message))
      }
      const findings = seen ? [] : screenMessage(words)
      if (findings.length > 0) return partnersPage(plan, form, { findings })
      await namePartner(db, clock, actor, { planId: plan.id, organisation: match, message: words })
      return after(plan, 'partners', form)
    },
  ),
  post('/plans/:id/partners/removal', { ...shared, form: z.object({ partner: z.guid() }) }, async context => {
    const plan = await findOwn(context)
    const { partner } = sent(context.form)
    if (!plan.partners.some(({ id }) => id === partner)) throw failure('absent', '')
    await endPartnership(context.db, context.clock, context.actor, partner)
    return redirect(`${planPath(plan.id)}/partners`)
  }),
]

const linksPage = (plan: Plan, form: FormState) =>
  page({
    title: `Links: ${plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    way: wayTo(plan),
    content: <LinksPage plan={plan} form={form} />,
  })

const linkForm = z.object({
  kind: requiredChoice(linkKinds, 'Choose what it is'),
  label: requiredText('Write what it is called', wordLimits.line),
  url: requiredText('Write its address', wordLimits.address)
    .refine(text => webAddress(text) !== undefined, 'Write an address that begins with https://')
    .transform(text => webAddress(text)!),
})

const links: Route[] = [
  get('/plans/:id/links', { ...shared, examples: planExample('/links') }, async context =>
    linksPage(await findOwn(context), freshForm()),
  ),
  post('/plans/:id/links', { ...shared, form: linkForm }, async context => {
    const { db, clock, actor, form } = context
    const plan = await findOwn(context)
    if (onlyLeadsOn(form, 'label', 'url')) return after(plan, 'links', form)
    if (!form.value) return linksPage(plan, form)
    const link: ProjectLink = form.value
    const others = plan.said.links.filter(({ url }) => url !== link.url)
    if (others.length >= linksAtMost)
      return linksPage(plan, refuseForm(form.typed, 'url', `There can be ${linksAtMost} links at most`))
    await changeLinks(db, clock, actor, {
      planId: plan.id,
      change: links => [...links.filter(({ url }) => url !== link.url), link],
    })
    return after(plan, 'links', form)
  }),
  post(
    '/plans/:id/links/removal',
    { ...shared, form: z.object({ url: requiredText('', wordLimits.address) }) },
    async ({ db, clock, actor, form, params }) => {
      const { url } = sent(form)
      await changeLinks(db, clock, actor, {
        planId: params.id,
        change: links => links.filter(link => link.url !== url),
      })
      return redirect(`${planPath(params.id)}/links`)
    },
  ),
]

export const routes: Route[] = [...problems, ...partners, ...links]
