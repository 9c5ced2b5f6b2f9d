import { z } from 'zod'
import {
  listCuratorQueues,
  listCurators,
  listSpokespeople,
  standingTowards,
} from '#features/accounts/index.ts'
import { curators, type Person } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, requiredText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { placeFields, placeOf, sliceOf, stepsFrom } from '#plumbing/keyset.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { listActs, listActsOn } from './act-queries.ts'
import { dismiss, release, restore, tooLate, withhold, writeToOwner } from './case-actions.ts'
import { countModeration, findCase, listCases, listWaiting, listWithheld } from './case-queries.ts'
import { hiddenOf } from './hold-queries.ts'
import {
  type Act,
  acts,
  anotherDecides,
  type Case,
  casePath,
  decisionsOn,
  matterOf,
  type Subject,
} from './moderation.ts'
import { listReportsOf } from './report-queries.ts'
import { CasePage } from './views/case-page.tsx'
import { LogPage } from './views/log-page.tsx'
import { QueuePage } from './views/queue-page.tsx'
import { WithheldPage } from './views/withheld-page.tsx'

const waitingShown = 100
const actsShown = 50

const params = z.object({ kind: z.string().max(60), id: z.uuid() })
const place = `${casePath({ kind: ':kind', id: ':id' })}`
const queue = { label: 'Moderation', href: '/moderation' }

const logQuery = z.object({ ...placeFields, act: z.enum(acts).optional().catch(undefined) })

const withholdingForm = z.object({
  withholding: requiredText('Write the reason: it stands where the text stood', 1000),
})
const dismissalForm = z.object({
  dismissal: requiredText('Write why it can stay as it is', 1000),
})
const letterForm = z.object({ letter: requiredText('Write what the owner needs to know', 4000) })

type Reached = Pick<RouteContext<unknown, Subject>, 'site' | 'db' | 'params'> & { actor: Person }

/** A case as it stands. Nothing is there for curators of what they may not see, unless it was held or reported. */
async function findWhole({ site, db, actor, params: subject }: Reached) {
  const about = await findCase(db, site, subject)
  const [hidden, reports, acts, curators] = await Promise.all([
    hiddenOf(db, subject),
    listReportsOf(db, subject),
    listActsOn(db, subject),
    listCurators(db),
  ])
  if (acts.length + reports.length === 0 && !about.thing?.isSeenBy(actor)) throw failure('absent', '')
  const openReports = reports.filter(({ answered_by }) => answered_by === null).length
  const decisions = decisionsOn({ thing: about.thing, hidden, openReports })
  const standing = standingTowards(curators, actor.id, matterOf(about))
  return { about, hidden, reports, acts, decisions, standing }
}

async function casePage(context: Reached, form: FormState) {
  const found = await findWhole(context)
  if (form.errors.length > 0 && found.standing === 'another-decides')
    throw failure('forbidden', anotherDecides)
  const { title, organisation } = found.about
  return page({
    title,
    unlisted: true,
    errors: form.errors,
    way: <Breadcrumbs items={[queue, { label: title }]} />,
    content: (
      <CasePage
        {...found}
        readers={organisation ? (await listSpokespeople(context.db, organisation.id)).length : 0}
        form={form}
      />
    ),
  })
}

/** The case of an act, if this curator decides and it can still be decided so. */
async function findToDecide(context: Reached, act: Act): Promise<Case> {
  const { about, decisions, standing } = await findWhole(context)
  if (standing === 'another-decides') throw failure('forbidden', anotherDecides)
  if (!decisions.includes(act)) throw tooLate()
  return about
}

export const routes: Route[] = [
  get('/moderation', { access: curators, examples: ['/moderation'] }, async ({ site, db, actor }) => {
    const waiting = await listWaiting(db, waitingShown)
    const cases = await listCases(
      db,
      site,
      waiting.map(({ subject }) => subject),
    )
    const all = await listCurators(db)
    const standings = cases.map(
      about => [about.subject.id, standingTowards(all, actor.id, matterOf(about))] as const,
    )
    return page({
      title: 'Moderation',
      unlisted: true,
      content: (
        <QueuePage
          waiting={waiting}
          cases={cases}
          standings={new Map(standings)}
          counts={await countModeration(db)}
          queues={await listCuratorQueues(db, site, actor)}
        />
      ),
    })
  }),

  get(
    '/moderation/withheld',
    { access: curators, examples: ['/moderation/withheld'] },
    async ({ site, db }) => {
      const withheld = await listWithheld(db, waitingShown)
      const subjects = withheld.map(({ subject }) => subject)
      return page({
        title: 'Withheld just now',
        unlisted: true,
        way: <Breadcrumbs items={[queue, { label: 'Withheld just now' }]} />,
        content: <WithheldPage withheld={withheld} cases={await listCases(db, site, subjects)} />,
      })
    },
  ),

  get(
    '/moderation/log',
    { access: curators, query: logQuery, examples: ['/moderation/log', '/moderation/log?act=released'] },
    async ({ site, db, url, query }) => {
      const at = placeOf(z.tuple([z.uuid()]), query)
      const read = await listActs(db, { limit: actsShown + 1, place: at, act: query.act })
      const slice = sliceOf(read, actsShown, at, ({ id }) => [id])
      const cases = await listCases(
        db,
        site,
        slice.rows.map(({ subject_kind: kind, subject_id: id }) => ({ kind, id })),
      )
      return page({
        title: 'Moderation log',
        unlisted: true,
        way: <Breadcrumbs items={[queue, { label: 'Log' }]} />,
        content: <LogPage acts={slice.rows} cases={cases} steps={stepsFrom(url, slice)} act={query.act} />,
      })
    },
  ),

  get(place, { access: curators, params }, context => casePage(context, freshForm())),

  post(`${place}/release`, { access: curators, params }, async context => {
    const { db, clock, actor, params: subject } = context
    await release(db, clock, actor, await findToDecide(context, 'released'))
    return redirect(casePath(subject), { done: 'released' })
  }),

  post(`${place}/restoration`, { access: curators, params }, async context => {
    const { db, clock, actor, params: subject } = context
    await restore(db, clock, actor, await findToDecide(context, 'restored'))
    return redirect(casePath(subject), { done: 'restored' })
  }),

  post(`${place}/withholding`, { access: curators, params, form: withholdingForm }, async context => {
    const { db, clock, actor, params: subject, form } = context
    if (!form.value) return casePage(context, form)
    await withhold(db, clock, actor, await findToDecide(context, 'withheld'), form.value.withholding)
    return redirect(casePath(subject), { done: 'withheld' })
  }),

  post(`${place}/dismissal`, { access: curators, params, form: dismissalForm }, async context => {
    const { db, clock, actor, params: subject, form } = context
    if (!form.value) return casePage(context, form)
    await dismiss(db, clock, actor, await findToDecide(context, 'dismissed'), form.value.dismissal)
    return redirect(casePath(subject), { done: 'dismissed' })
  }),

  post(`${place}/letter`, { access: curators, params, form: letterForm }, async context => {
    const { db, clock, actor, params: subject, form } = context
    if (!form.value) return casePage(context, form)
    const { about } = await findWhole(context)
    await writeToOwner(db, clock, actor, about, form.value.letter)
    return redirect(casePath(subject), { done: 'told' })
  }),
]
