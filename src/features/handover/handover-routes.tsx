import { z } from 'zod'
import { hasDuty, isMemberOf, type Person, people } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalText, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { handoverPath, longestNote, packPath, standingTo } from './handover.ts'
import { takeBack, writeNote } from './leaving-actions.ts'
import { loadWhole } from './loading-queries.ts'
import { type Heirs, nameHeirs } from './naming-actions.ts'
import { listPackRecords } from './owned-queries.ts'
import { findHandover } from './stored-handovers.ts'
import { HandoverPage } from './views/handover-page.tsx'
import { PackPage } from './views/pack-page.tsx'

const shared = { access: people, params: z.object({ id: z.uuid() }) }
const perMinute = 60
const noteForm = z.object({ note: optionalText(longestNote) })

const choice = /^([0-9a-f-]{36}):([0-9a-f-]{36}|nobody)$/

/** Each is “thing:person” or “thing:nobody”; what is neither was left undecided. */
const heirsForm = z.object({
  heir: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given): Heirs => {
      const chosen = [given].flat().flatMap(one => {
        const [, item, person] = choice.exec(one) ?? []
        return item && person ? [[item, person === 'nobody' ? null : person] as const] : []
      })
      return new Map(chosen)
    }),
})

type Context = Pick<
  RouteContext<unknown, { id: string }, unknown, Person>,
  'db' | 'clock' | 'site' | 'actor' | 'params'
>

async function handoverPage({ db, clock, site, actor, params }: Context, form: FormState | null = null) {
  const handover = await findHandover(db, params.id)
  const standing = standingTo(actor, handover)
  if (!standing || (standing === 'leaver' && handover.left_at !== null)) throw failure('absent', '')
  const whole = await loadWhole(db, clock, site, { actor, handover })
  return page({
    title: standing === 'leaver' ? `Leaving ${whole.organisation.name}` : `What ${whole.leaver} passes on`,
    unlisted: true,
    errors: form?.errors,
    content: (
      <HandoverPage
        {...whole}
        standing={standing}
        actorId={actor.id}
        form={form ?? freshForm({ note: handover.note ?? '' })}
      />
    ),
  })
}

export const routes: Route[] = [
  get(handoverPath(':id'), shared, context => handoverPage(context)),

  post(`${handoverPath(':id')}/heirs`, { ...shared, perMinute, form: heirsForm }, async context => {
    const { db, clock, site, actor, params, form } = context
    if (form.value?.heir.size === 0)
      return handoverPage(context, refuseForm({}, 'heir', 'Choose who takes over one thing at least'))
    const named = await nameHeirs(db, clock, actor, { id: params.id, heirs: form.value!.heir, site })
    if (named === 'unknown')
      return handoverPage(context, refuseForm({}, 'heir', 'Choose people who speak for the organisation'))
    return redirect(handoverPath(params.id), { done: 'handover-heirs-named' })
  }),

  post(`${handoverPath(':id')}/note`, { ...shared, perMinute, form: noteForm }, async context => {
    const { db, clock, actor, params, form } = context
    if (!form.value) return handoverPage(context, form)
    await writeNote(db, clock, actor, { id: params.id, note: form.value.note })
    return redirect(handoverPath(params.id), { done: 'handover-note-kept' })
  }),

  post(`${handoverPath(':id')}/withdrawal`, { ...shared, perMinute }, async context => {
    const { db, clock, site, actor, params } = context
    await takeBack(db, clock, actor, { id: params.id, site })
    return redirect('/my', { done: 'handover-taken-back' })
  }),

  get(packPath(':id'), shared, async ({ db, clock, site, config, actor, params }) => {
    const handover = await findHandover(db, params.id)
    if (!isMemberOf(actor, handover.organisation_id) && !hasDuty(actor, 'curator'))
      throw failure('absent', '')
    const whole = await loadWhole(db, clock, site, { actor, handover })
    return page({
      title: `Handover pack: what ${whole.leaver} looked after`,
      unlisted: true,
      content: (
        <PackPage
          {...whole}
          records={await listPackRecords(db, site, actor, handover.organisation_id)}
          today={inLondon(clock.now()).date}
          baseUrl={config.BASE_URL}
        />
      ),
    })
  }),
]
