import { z } from 'zod'
import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import {
  listServicesById,
  resolveService,
  resolveServiceChoice,
  ServiceChoice,
  type ServiceName,
  serviceChoiceForm,
} from '#features/services/index.ts'
import { isSpeaker, people, type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { listThere, type Site } from '#plumbing/feature.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { type Answer, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { Link } from '#ui/link.tsx'
import { beginDraft, savePart } from './draft-actions.ts'
import { ownPath, type Problem, type ProblemParts, requireOwn } from './problem.ts'
import { type PartName, partAfter, partForms, parts, stepFields, typedFrom } from './problem-parts.ts'
import { findByRef } from './queries.ts'
import { isOfSupplier } from './raising-queries.ts'
import { suggestServices } from './similar-queries.ts'
import { NotForSuppliersPage } from './views/not-for-suppliers-page.tsx'
import { partFields } from './views/part-fields.tsx'
import { ProblemStepForm } from './views/step-form.tsx'

type OfProblem = Pick<RouteContext<unknown, { slug: string }, unknown, Speaker>, 'db' | 'actor' | 'params'>

/** The problem that is written on: of the organisation one acts for. */
export const findOwn = async ({ db, actor, params }: OfProblem) =>
  requireOwn(actor, await findByRef(db, params.slug))

export const wayTo = (problem: Problem) => (
  <BackLink href={ownPath(problem)}>
    {problem.state === 'draft' ? 'Back to all steps' : 'Back to the problem'}
  </BackLink>
)

const stepShape = z.object(stepFields)
type Step = z.output<typeof stepShape>
type Said = Partial<ProblemParts>

type Saving = Pick<
  RouteContext<unknown, { slug: string }, { typed: FormState['typed'] }, Speaker>,
  'db' | 'clock' | 'actor' | 'params'
> & { part: PartName; said: Said; step: Step }

/** Keeps a part and leads on; or the words for why it was not kept. */
async function keep({ db, clock, actor, params, part, said, step }: Saving): Promise<Answer | string> {
  const { note, version, next } = step
  const outcome = await savePart(db, clock, actor, { ref: params.slug, said, note, version })
  if (outcome === 'outdated')
    return 'Someone else has changed this problem since you opened it. Open the problem in another window, look at its history, and send your change again if it still holds'
  if (outcome === 'narrower')
    return 'What was shown to more people cannot be shown to fewer. Withdraw the problem instead'
  const problem = await findOwn({ db, actor, params })
  const path = ownPath(problem)
  if (problem.visibility === 'partners' && part === 'visibility') return redirect(`${path}/readers`)
  if (problem.state !== 'draft' || next === 'list') return redirect(path)
  const after = partAfter(part)
  return redirect(after ? `${path}/parts/${after}` : `${path}/similar`)
}

type WrittenPart = Exclude<PartName, 'service'>

function stepPage(problem: Problem, part: WrittenPart, form: FormState, status?: number) {
  const { heading, Fields } = partFields[part]
  return page({
    title: `${parts[part].title}: ${problem.title}`,
    unlisted: true,
    status,
    errors: form.errors,
    way: wayTo(problem),
    content: (
      <ProblemStepForm
        problem={problem}
        action={`${ownPath(problem)}/parts/${part}`}
        form={form}
        heading={heading}
      >
        <Fields form={form} problem={problem} />
      </ProblemStepForm>
    ),
  })
}

/** Reading and sending one step. */
function stepRoutes(part: WrittenPart, shape: z.ZodType<Said>): Route[] {
  const path = `/problems/:slug/parts/${part}`
  const shared = { access: speakers, params: slugParams }
  return [
    get(path, { ...shared, examples: [`/problems/missed-bins/parts/${part}`] }, async context => {
      const problem = await findOwn(context)
      return stepPage(problem, part, freshForm(typedFrom(problem)))
    }),
    post(path, { ...shared, form: shape.and(stepShape) }, async context => {
      const { form } = context
      const problem = await findOwn(context)
      if (!form.value) return stepPage(problem, part, form)
      const { note, version, next, ...said } = form.value
      const kept = await keep({ ...context, part, said, step: { note, version, next } })
      if (typeof kept !== 'string') return kept
      return stepPage(problem, part, refuseForm(form.typed, parts[part].columns[0]!, kept), 409)
    }),
  ]
}

async function servicePage(
  context: Pick<RouteContext, 'db' | 'site'>,
  problem: Problem,
  form: FormState,
  near: ServiceName[] = [],
) {
  const suggested = await suggestServices(context.db, context.site, problem)
  const ids = [...near.map(({ id }) => id), problem.service_id, ...suggested].filter(id => id !== null)
  const services = await listServicesById(context.db, ids)
  return page({
    title: `${parts.service.title}: ${problem.title}`,
    unlisted: true,
    errors: form.errors,
    way: wayTo(problem),
    content: (
      <ProblemStepForm problem={problem} action={`${ownPath(problem)}/parts/service`} form={form}>
        <ServiceChoice form={form} suggestions={[...new Set(ids)].flatMap(id => services.get(id) ?? [])} />
      </ProblemStepForm>
    ),
  })
}

const servicePath = '/problems/:slug/parts/service'
const sharedService = { access: speakers, params: slugParams }

const askService = get(
  servicePath,
  { ...sharedService, examples: ['/problems/missed-bins/parts/service'] },
  async context => {
    const problem = await findOwn(context)
    return servicePage(context, problem, freshForm(typedFrom(problem)))
  },
)

const keepService = post(
  servicePath,
  { ...sharedService, form: serviceChoiceForm.extend(stepFields) },
  async context => {
    const { db, form } = context
    const problem = await findOwn(context)
    if (!form.value) return servicePage(context, problem, form)
    const { service, other, ...step } = form.value
    const { match, refusal } = await resolveServiceChoice(db, { service, other })
    if (refusal) {
      const { field, message, near } = refusal
      return servicePage(context, problem, refuseForm(form.typed, field, message), near)
    }
    const said = { service_id: match?.id ?? null }
    const kept = await keep({ ...context, part: 'service', said, step })
    return typeof kept === 'string'
      ? servicePage(context, problem, refuseForm(form.typed, 'service', kept))
      : kept
  },
)

/** What the check page hands over, in the words that were typed there. */
const newQuery = z.object({
  problem: z.string().max(4000).catch('').default(''),
  service: z.string().max(200).catch('').default(''),
})

const newForm = partForms['what-happens'].extend({ service: z.string().max(200).catch('').default('') })

const WhatHappens = partFields['what-happens']

const newPage = async ({ db, site }: { db: Db; site: Site }, form: FormState) =>
  page({
    title: 'Raise a problem',
    unlisted: true,
    errors: form.errors,
    content: (
      <ProblemStepForm action="/problems" form={form} heading={WhatHappens.heading}>
        {(await listThere(db, site.slot('problemAdvice'))).map(({ label, href }) => (
          <p class="govuk-body">
            <Link href={href}>{label}</Link>
          </p>
        ))}
        <WhatHappens.Fields form={form} />
        <input type="hidden" name="service" value={[form.typed.service].flat()[0]} />
      </ProblemStepForm>
    ),
  })

const notForSuppliers = ({ site, actor }: { site: Site; actor: Speaker }, status: 200 | 403) =>
  page({
    title: 'Problems are raised by those who have them',
    unlisted: true,
    status,
    content: (
      <NotForSuppliersPage
        name={actor.actingFor.name}
        ways={site.slot('supplierWays').toSorted((a, b) => a.order - b.order)}
        hasOther={actor.memberships.length > 1}
      />
    ),
  })

const begin: Route[] = [
  get(
    '/problems/new',
    { access: people, query: newQuery, examples: ['/problems/new', '/problems/new?problem=Missed+bins'] },
    async ({ db, site, actor, query, url }) => {
      if (!isSpeaker(actor))
        return page({
          title: 'For whom do you speak?',
          unlisted: true,
          content: (
            <ForWhomPage
              says="A problem is published by an organisation"
              next={url.pathname + url.search}
              memberships={await listMembershipsOf(db, actor.id)}
            />
          ),
        })
      if (await isOfSupplier(db, actor)) return notForSuppliers({ site, actor }, 200)
      return newPage({ db, site }, freshForm({ happens: query.problem, service: query.service }))
    },
  ),
  post('/problems', { access: speakers, form: newForm }, async ({ db, site, clock, actor, form }) => {
    if (await isOfSupplier(db, actor)) return notForSuppliers({ site, actor }, 403)
    if (!form.value) return newPage({ db, site }, form)
    const { service, ...said } = form.value
    const service_id = (await resolveService(db, service)).match?.id ?? null
    const id = await beginDraft(db, clock, actor, { ...said, service_id })
    return redirect(`/problems/${id}/parts/affected`)
  }),
]

export const routes: Route[] = [
  ...begin,
  ...(Object.entries(partForms) as [WrittenPart, z.ZodType<Said>][]).flatMap(([part, shape]) =>
    stepRoutes(part, shape),
  ),
  askService,
  keepService,
]
