import { z } from 'zod'
import { anyone, people } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { hashOf, isSecret } from '#plumbing/secrets.ts'
import { type Answered, answerOffer, listOffer } from './answering-actions.ts'
import { type Handover, linkDays, linkPath, longestRefusal, offerPath } from './handover.ts'
import { listHeirs } from './naming-actions.ts'
import { organisationOf } from './organisation-queries.ts'
import { listThings } from './owned-queries.ts'
import { findHandover, findLink, listItems } from './stored-handovers.ts'
import { AnsweredPage, OfferPage } from './views/offer-page.tsx'

const perMinute = 30
const offerForm = z.object({
  taken: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(given => [given].flat()),
  refusal: optionalText(longestRefusal),
})

type Offered = { handover: Handover; personId: string; action: string }

async function offerPage(
  { db, clock, site }: Pick<RouteContext, 'db' | 'clock' | 'site'>,
  { handover, personId, action }: Offered,
  form?: FormState,
) {
  const { name } = await organisationOf(db, handover)
  const items = await listOffer(db, handover, personId)
  if (items.length === 0) {
    const taken = (await listItems(db, handover.id)).filter(
      ({ state, heir_id }) => state === 'taken' && heir_id === personId,
    )
    return page({
      title: 'Nothing waits for your answer',
      unlisted: true,
      content: <AnsweredPage organisation={name} taken={taken} />,
    })
  }
  return page({
    title: `Will you take over? ${name}`,
    unlisted: true,
    errors: form?.errors,
    content: (
      <OfferPage
        organisation={name}
        items={items}
        things={await listThings(db, clock, site, { organisationId: handover.organisation_id, items })}
        action={action}
        form={form ?? freshForm({ taken: items.map(({ id }) => id) })}
      />
    ),
  })
}

/** What the link of a mail opens, for as long as whoever it was sent to speaks for the organisation. */
async function findOffered(db: Db, clock: Clock, secret: string): Promise<Offered & { isSpent: boolean }> {
  const link = isSecret(secret) ? await findLink(db, hashOf(secret)) : undefined
  const oldest = clock.now().getTime() - linkDays * 86_400_000
  if (!link || link.made_at.getTime() < oldest) throw failure('absent', '')
  const { person_id: personId, handover_id, used_at } = link
  const handover = await findHandover(db, handover_id)
  if (!(await listHeirs(db, handover)).has(personId)) throw failure('absent', '')
  return { handover, personId, action: linkPath(secret), isSpent: used_at !== null }
}

/** Someone who was offered something of a handover; for everyone else there is none. */
async function findOwn(db: Db, personId: string, id: string): Promise<Offered> {
  const handover = await findHandover(db, id)
  const items = await listItems(db, id)
  const isHeir = items.some(({ heir_id, refused_by }) => heir_id === personId || refused_by === personId)
  if (!isHeir || !(await listHeirs(db, handover)).has(personId)) throw failure('absent', '')
  return { handover, personId, action: offerPath(id) }
}

const doneBy = (answered: Answered | 'spent') => (answered === 'spent' ? undefined : `handover-${answered}`)

const own = { access: people, params: z.object({ id: z.uuid() }) }
const byLink = { access: anyone, perMinute, params: z.object({ secret: z.string().max(60) }) }

export const routes: Route[] = [
  get(offerPath(':id'), own, async context =>
    offerPage(context, await findOwn(context.db, context.actor.id, context.params.id)),
  ),

  post(offerPath(':id'), { ...own, perMinute, form: offerForm }, async context => {
    const { db, clock, site, actor, params, form } = context
    const offered = await findOwn(db, actor.id, params.id)
    if (!form.value) return offerPage(context, offered, form)
    const answered = await answerOffer(db, clock, { id: params.id, personId: actor.id, ...form.value, site })
    return redirect(offered.action, { done: doneBy(answered) })
  }),

  get(linkPath(':secret'), byLink, async context => {
    const { isSpent, ...offered } = await findOffered(context.db, context.clock, context.params.secret)
    if (isSpent)
      return page({
        title: 'Answered already',
        unlisted: true,
        content: <AnsweredPage organisation={null} taken={[]} />,
      })
    return offerPage(context, offered)
  }),

  post(linkPath(':secret'), { ...byLink, form: offerForm }, async context => {
    const { db, clock, site, params, form } = context
    const { isSpent, ...offered } = await findOffered(db, clock, params.secret)
    if (isSpent) return redirect(offered.action)
    if (!form.value) return offerPage(context, offered, form)
    const { handover, personId } = offered
    const answered = await answerOffer(db, clock, { id: handover.id, personId, ...form.value, site })
    return redirect(offered.action, { done: doneBy(answered) })
  }),
]
