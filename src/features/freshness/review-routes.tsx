import { z } from 'zod'
import { listCuratorQueues } from '#features/accounts/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { anyone, curators, type Speaker, speakers } from '#plumbing/actor.ts'
import { typedWords } from '#plumbing/choices.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { answerOwn, requireOwn } from './answer-actions.ts'
import { mayName, nameKeepers } from './keeper-actions.ts'
import { listKeepers } from './keeper-queries.ts'
import { stages } from './ladder.ts'
import { answers, decayPath, reviewPath, type Stage, unconfirmedPath } from './review.ts'
import { countStages, findReview, listAtStages } from './stored-reviews.ts'
import { requireThing, withThings } from './thing-queries.ts'
import { DecayPage, UnconfirmedPage } from './views/lists.tsx'
import { ReviewPage } from './views/review-page.tsx'

const shared = { access: speakers, params: z.object({ id: z.guid() }) }
const perMinute = 60
const someone = z.union([z.guid(), z.literal('').transform(() => null)]).catch(null)
/** `back`: it was pressed on one's own page, where more may wait. */
const answerForm = z.object({ answer: z.enum(answers), back: z.literal('my').optional().catch(undefined) })
const keepersForm = z.object({ owner: someone, deputy: someone })

type Asked = { db: Db; site: Site; actor: Speaker; params: { id: string } }

async function reviewPage({ db, site, actor, params }: Asked, form?: FormState) {
  const review = requireOwn(actor, await findReview(db, params.id))
  const found = await requireThing(db, site, review)
  const { owner_id, deputy_id } = review
  return page({
    title: `Is this still so? ${found.thing.title}`,
    unlisted: true,
    errors: form?.errors,
    content: (
      <ReviewPage
        {...found}
        form={form ?? freshForm({ owner: owner_id ?? '', deputy: deputy_id ?? '' })}
        members={await listKeepers(db, review.organisation_id)}
        mayName={mayName(actor, review)}
      />
    ),
  })
}

const own: Route[] = [
  get('/reviews/:id', shared, context => reviewPage(context)),

  post('/reviews/:id/answer', { ...shared, perMinute, form: answerForm }, async context => {
    const { db, site, clock, actor, params, form } = context
    if (!form.value) return reviewPage(context, refuseForm(form.typed, 'answer', 'Choose one of the answers'))
    const { answer, back } = form.value
    const { thing } = await answerOwn(db, clock, actor, { id: params.id, answer, site })
    if (answer === 'changed') return redirect(thing.editPath)
    return redirect(back ? '/my' : thing.path, {
      done: answer === 'still-true' ? 'review-confirmed' : 'review-closed',
    })
  }),

  post('/reviews/:id/keepers', { ...shared, perMinute, form: keepersForm }, async context => {
    const { db, site, clock, actor, params, form } = context
    const { owner, deputy } = form.value!
    if (owner !== null && owner === deputy)
      return reviewPage(context, refuseForm(form.typed, 'deputy', 'Choose someone else as the deputy'))
    const named = { id: params.id, ownerId: owner, deputyId: deputy, site }
    if ((await nameKeepers(db, clock, actor, named)) === 'unknown')
      return reviewPage(
        context,
        refuseForm(form.typed, 'owner', 'Choose someone whom your organisation has confirmed'),
      )
    return redirect(reviewPath(params.id), { done: 'review-keepers-named' })
  }),
]

const rowsAtOnce = 100
const rowsLookedThrough = 2000

/** Reviews at these stages as lists show them. */
async function listRows(db: Db, site: Site, at: Stage[], given: { limit: number; isPublic?: true }) {
  const found = await withThings(db, site, await listAtStages(db, at, given))
  const organisations = await listOrganisationsById(
    db,
    found.map(({ review }) => review.organisation_id),
  )
  return found.map(one => ({ ...one, organisation: organisations.get(one.review.organisation_id) }))
}

const decay = get(decayPath, { access: curators, examples: [decayPath] }, async ({ db, site, actor }) => {
  const counts = await countStages(db)
  return page({
    title: 'What decays',
    unlisted: true,
    content: (
      <DecayPage
        stages={stages}
        counts={site.slot('reviewables').map(({ kind, label }) => ({
          label: label.many,
          at: new Map(counts.filter(one => one.kind === kind).map(({ stage, count }) => [stage, count])),
        }))}
        rows={await listRows(db, site, ['archived', 'resting', 'banner', 'leads'], { limit: rowsAtOnce })}
        queues={await listCuratorQueues(db, site, actor)}
        here={decayPath}
      />
    ),
  })
})

const unconfirmed = get(
  unconfirmedPath,
  { access: anyone, query: z.object({ q: typedWords }), examples: [unconfirmedPath] },
  async ({ db, site, query: { q } }) => {
    const words = q.toLowerCase().split(/\s+/)
    const rows = await listRows(db, site, ['resting', 'archived'], {
      limit: rowsLookedThrough,
      isPublic: true,
    })
    const fitting = rows.filter(
      ({ thing: { title, isPublic } }) => isPublic && words.every(word => title.toLowerCase().includes(word)),
    )
    return page({
      title: 'Not confirmed for long',
      unlisted: true,
      content: (
        <UnconfirmedPage
          words={q}
          rows={fitting.slice(0, rowsAtOnce)}
          hasMore={fitting.length > rowsAtOnce}
        />
      ),
    })
  },
)

export const routes: Route[] = [...own, decay, unconfirmed]
