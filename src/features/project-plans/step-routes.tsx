import { z } from 'zod'
import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { type Finding, screenTexts } from '#features/moderation/index.ts'
import {
  listProblemsById,
  ProblemLink,
  type PublishedProblem,
  resolveProblemSlug,
  suggestServices,
} from '#features/problems/index.ts'
import {
  listServicesById,
  resolveServiceChoice,
  ServiceChoice,
  type ServiceName,
  serviceChoiceForm,
} from '#features/services/index.ts'
import { isSpeaker, people, type Speaker, speakers } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { type Answer, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { InsetText } from '#ui/govuk/text.tsx'
import { BackLink } from '#ui/govuk/way.tsx'
import { type Plan, type PlanParts, planPath, projectPath, requireOwn } from './plan.ts'
import { beginPlan, savePlan } from './plan-actions.ts'
import {
  onwards,
  type PartName,
  partForms,
  parts,
  refusalOn,
  type Step,
  startForm,
  stepFields,
  typedFrom,
} from './plan-parts.ts'
import { findPlan } from './queries.ts'
import { textsToScreen } from './screened-texts.ts'
import { partFields, TitleFields } from './views/part-fields.tsx'
import { PlanStepForm } from './views/step-form.tsx'

export const planParams = z.object({ id: z.guid() })

/** An address that fits; who is not signed in is led to sign in. */
export const planExample = (end: string) => [`/plans/019aa000-0000-7000-8000-000000000000${end}`]

type OfPlan = Pick<RouteContext<unknown, { id: string }, unknown, Speaker>, 'db' | 'actor' | 'params'>

/** The plan that is written on: of the organisation one acts for. */
export const findOwn = async ({ db, actor, params }: OfPlan) =>
  requireOwn(actor, await findPlan(db, params.id))

export const wayTo = (plan: Plan) => (
  <BackLink href={planPath(plan.id)}>
    {plan.state === 'draft' ? 'Back to all steps' : 'Back to all parts'}
  </BackLink>
)

const outdated =
  'Someone else has changed this project since you opened it. Open its history in another window, and send your change again if it still holds'
const narrower = 'What was shown to more people cannot be shown to fewer. Withdraw the project instead'

type Said = Partial<PlanParts>
type StepValues = { note: string | null; version: number; next: 'list' | null; seen: boolean }

type Saving = Pick<
  RouteContext<unknown, { id: string }, unknown, Speaker>,
  'db' | 'clock' | 'actor' | 'params'
> & { step: Step; said: Said; values: StepValues }

/** Keeps a part and leads on; or the words for why it was not kept. */
export async function keep({
  db,
  clock,
  actor,
  params,
  step,
  said,
  values,
}: Saving): Promise<Answer | string> {
  const { note, version, next } = values
  const outcome = await savePlan(db, clock, actor, { id: params.id, change: () => said, note, version })
  if (outcome !== 'kept') return outcome === 'outdated' ? outdated : narrower
  const plan = await findOwn({ db, actor, params })
  if (plan.state !== 'draft') return redirect(projectPath(plan.slug!))
  return redirect(next === 'list' ? planPath(plan.id) : onwards(plan, step))
}

type WrittenPart = Exclude<PartName, 'service'>

type StepPage = { plan: Plan; part: WrittenPart; form: FormState; status?: number; findings?: Finding[] }

function stepPage({ plan, part, form, status, findings = [] }: StepPage) {
  const { heading, Fields } = partFields[part]
  return page({
    title: `${parts[part].title}: ${plan.said.title}`,
    unlisted: true,
    status,
    errors: form.errors,
    way: wayTo(plan),
    content: (
      <PlanStepForm
        plan={plan}
        action={`${planPath(plan.id)}/parts/${part}`}
        form={form}
        heading={heading}
        findings={findings}
      >
        <Fields form={form} />
      </PlanStepForm>
    ),
  })
}

/** What a change would show to others at once; a draft is looked through before it is published. */
const findingsIn = (plan: Plan, part: PartName, said: Said): Finding[] =>
  plan.state === 'draft'
    ? []
    : screenTexts(
        textsToScreen({ ...plan, said: { ...plan.said, ...said } })
          .filter(({ field }) => field === part)
          .map(({ field, label, text }) => ({ field, label, text })),
      )

/** Reading and sending one step. */
function stepRoutes(part: WrittenPart, shape: z.ZodObject): Route[] {
  const path = `/plans/:id/parts/${part}`
  const shared = { access: speakers, params: planParams }
  return [
    get(path, { ...shared, examples: planExample(`/parts/${part}`) }, async context => {
      const plan = await findOwn(context)
      return stepPage({ plan, part, form: freshForm(typedFrom(plan.said, part)) })
    }),
    post(path, { ...shared, form: shape.safeExtend(stepFields) }, async context => {
      const { form } = context
      const plan = await findOwn(context)
      if (!form.value) return stepPage({ plan, part, form })
      const { note, version, next, seen, ...said } = form.value as StepValues & Said
      const refusal = refusalOn(inLondon(context.clock.now()).date, plan.said, said)
      if (refusal)
        return stepPage({ plan, part, form: refuseForm(form.typed, refusal.field, refusal.message) })
      const findings = seen ? [] : findingsIn(plan, part, said)
      if (findings.length > 0) return stepPage({ plan, part, form, status: 422, findings })
      const kept = await keep({
        ...context,
        step: `parts/${part}`,
        said,
        values: { note, version, next, seen },
      })
      if (typeof kept !== 'string') return kept
      return stepPage({
        plan,
        part,
        form: refuseForm(form.typed, parts[part].columns[0]!, kept),
        status: 409,
      })
    }),
  ]
}

type ServicePage = { plan: Plan; form: FormState; near?: ServiceName[]; status?: number }

async function servicePage(
  { db, site, actor }: Pick<RouteContext, 'db' | 'site' | 'actor'>,
  { plan, form, near = [], status }: ServicePage,
) {
  const { id, said } = plan
  const suggested = await suggestServices(db, site, {
    id,
    title: said.title,
    happens: [said.problem, said.why].filter(Boolean).join('\n'),
  })
  const addressed = [...(await listProblemsById(db, actor, plan.problemIds)).values()]
  const ofProblems = addressed.map(({ service_id }) => service_id)
  const ids = [...near.map(({ id }) => id), said.service_id, ...ofProblems, ...suggested].filter(
    id => id !== null,
  )
  const services = await listServicesById(db, ids)
  return page({
    title: `${parts.service.title}: ${said.title}`,
    unlisted: true,
    status,
    errors: form.errors,
    way: wayTo(plan),
    content: (
      <PlanStepForm plan={plan} action={`${planPath(plan.id)}/parts/service`} form={form}>
        <ServiceChoice form={form} suggestions={[...new Set(ids)].flatMap(id => services.get(id) ?? [])} />
      </PlanStepForm>
    ),
  })
}

const service: Route[] = [
  get(
    '/plans/:id/parts/service',
    { access: speakers, params: planParams, examples: planExample('/parts/service') },
    async context => {
      const plan = await findOwn(context)
      const { service_id } = plan.said
      return servicePage(context, { plan, form: freshForm({ service: service_id?.toString() }) })
    },
  ),
  post(
    '/plans/:id/parts/service',
    { access: speakers, params: planParams, form: serviceChoiceForm.extend(stepFields) },
    async context => {
      const { db, form } = context
      const plan = await findOwn(context)
      if (!form.value) return servicePage(context, { plan, form })
      const { service, other, ...values } = form.value
      const { match, refusal } = await resolveServiceChoice(db, { service, other })
      if (refusal) {
        const { field, message, near } = refusal
        return servicePage(context, { plan, form: refuseForm(form.typed, field, message), near })
      }
      const said = { service_id: match?.id ?? null }
      const kept = await keep({ ...context, step: 'parts/service', said, values })
      return typeof kept === 'string'
        ? servicePage(context, { plan, form: refuseForm(form.typed, 'service', kept), status: 409 })
        : kept
    },
  ),
]

/** What led here: a problem's page, or the words that were typed on the check page. */
const newQuery = z.object({
  addresses: z.string().max(120).catch('').default(''),
  problem: z.string().max(4000).catch('').default(''),
})

type NewPage = { form: FormState; addressed?: PublishedProblem }

const newPage = ({ form, addressed }: NewPage) =>
  page({
    title: 'Plan a project',
    unlisted: true,
    errors: form.errors,
    content: (
      <PlanStepForm action="/plans" form={form} heading="What do you plan?">
        {addressed && (
          <InsetText>
            It is about the problem <ProblemLink {...addressed} />, raised by {addressed.organisation.name}.
          </InsetText>
        )}
        <input type="hidden" name="addresses" value={[form.typed.addresses].flat()[0]} />
        <TitleFields form={form} />
      </PlanStepForm>
    ),
  })

/** The problem from whose page one came. */
const findAddressed = async (db: Db, actor: Speaker, slug: string | null) =>
  slug ? resolveProblemSlug(db, actor, slug) : undefined

async function freshPage(db: Db, actor: Speaker, query: z.output<typeof newQuery>) {
  const addressed = await findAddressed(db, actor, query.addresses)
  return newPage({
    form: freshForm({ ...query, problem: query.problem || addressed?.happens }),
    addressed,
  })
}

const begin: Route[] = [
  get(
    '/plans/new',
    { access: people, query: newQuery, examples: ['/plans/new', '/plans/new?addresses=missed-bins'] },
    async ({ db, actor, query, url }) =>
      isSpeaker(actor)
        ? freshPage(db, actor, query)
        : page({
            title: 'For whom do you speak?',
            unlisted: true,
            content: (
              <ForWhomPage
                says="A project is published by an organisation"
                next={url.pathname + url.search}
                memberships={await listMembershipsOf(db, actor.id)}
              />
            ),
          }),
  ),
  post('/plans', { access: speakers, form: startForm }, async ({ db, clock, actor, form }) => {
    const addressed = await findAddressed(db, actor, form.value?.addresses ?? null)
    if (!form.value) return newPage({ form, addressed })
    const { title, problem } = form.value
    const id = await beginPlan(db, clock, actor, {
      title,
      problem,
      problemId: addressed?.id ?? null,
      service_id: addressed?.service_id ?? null,
    })
    return redirect(`${planPath(id)}/problems`)
  }),
]

export const routes: Route[] = [
  ...begin,
  ...(Object.entries(partForms) as [WrittenPart, z.ZodObject][]).flatMap(([part, shape]) =>
    stepRoutes(part, shape),
  ),
  ...service,
]
