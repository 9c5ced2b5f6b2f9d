import { z } from 'zod'
import { listCuratorQueues, listPeople } from '#features/accounts/index.ts'
import { curators } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm, type Typed } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { addRing, removeRing, rewordRing } from './ring-actions.ts'
import { listRingActs } from './ring-history-queries.ts'
import { findRing, listObstacles, listRings } from './ring-queries.ts'
import { newRingPath, ringForm, ringPath, ringsPath } from './synonym-ring.ts'
import { NewRingPage, RingPage } from './views/ring-page.tsx'
import { RingsPage } from './views/rings-page.tsx'

const params = z.object({ id: z.uuid() })
const query = z.object({ q: z.string().trim().max(100).catch('') })

const way = (label: string) => <Breadcrumbs items={[{ label: 'Synonyms', href: ringsPath }, { label }]} />

const newPage = (form: FormState) =>
  page({
    title: 'Add a ring of synonyms',
    unlisted: true,
    errors: form.errors,
    way: way('Add a ring'),
    content: <NewRingPage form={form} />,
  })

async function ringPage(db: Db, id: string, form?: FormState) {
  const ring = await findRing(db, id)
  if (!ring) throw failure('absent', '')
  const acts = await listRingActs(db, id)
  const people = await listPeople(
    db,
    acts.flatMap(({ personId }) => personId ?? []),
  )
  return page({
    title: `Synonyms: ${ring.words[0]}`,
    unlisted: true,
    errors: form?.errors,
    way: way(ring.words[0]!),
    content: (
      <RingPage
        ring={ring}
        form={form ?? freshForm({ words: ring.words.join('\n') })}
        acts={acts.map(({ kind, at, personId }) => ({ kind, at, by: people.get(personId ?? '') }))}
      />
    ),
  })
}

/** The form refused, where another ring has one of the words, or no search looks for it. */
async function refusal(db: Db, typed: Typed, words: string[], except: string | null) {
  const [obstacle] = await listObstacles(db, words, except)
  if (!obstacle) return undefined
  const other = obstacle.ring && (await findRing(db, obstacle.ring))
  const message = other
    ? `“${obstacle.word}” is in another ring already: ${other.words.slice(0, 3).join(', ')}. Change that one, or leave it out`
    : `“${obstacle.word}” is too common: no search looks for it. Leave it out`
  return refuseForm(typed, 'words', message)
}

export const routes: Route[] = [
  get(
    ringsPath,
    { access: curators, query, examples: [ringsPath, `${ringsPath}?q=bin`] },
    async ({ db, site, actor, query: { q } }) => {
      const rings = await listRings(db)
      const sought = q.toLowerCase()
      return page({
        title: 'Synonyms of the search',
        unlisted: true,
        content: (
          <RingsPage
            rings={rings.filter(({ words }) => words.some(word => word.toLowerCase().includes(sought)))}
            all={rings.length}
            following={rings.filter(({ toIndex }) => toIndex !== null)}
            q={q}
            queues={await listCuratorQueues(db, site, actor)}
          />
        ),
      })
    },
  ),

  get(newRingPath, { access: curators, examples: [newRingPath] }, async () => newPage(freshForm())),

  post(newRingPath, { access: curators, form: ringForm }, async ({ db, clock, actor, form }) => {
    if (!form.value) return newPage(form)
    const { words } = form.value
    const refused = await refusal(db, form.typed, words, null)
    if (refused) return newPage(refused)
    return redirect(ringPath(await addRing(db, clock, actor, words)), { done: 'ring-added' })
  }),

  get(ringPath(':id'), { access: curators, params }, ({ db, params: { id } }) => ringPage(db, id)),

  post(
    ringPath(':id'),
    { access: curators, params, form: ringForm },
    async ({ db, clock, actor, params: { id }, form }) => {
      if (!form.value) return ringPage(db, id, form)
      const { words } = form.value
      const refused = await refusal(db, form.typed, words, id)
      if (refused) return ringPage(db, id, refused)
      await rewordRing(db, clock, actor, { id, words })
      return redirect(ringPath(id), { done: 'ring-changed' })
    },
  ),

  post(
    `${ringPath(':id')}/removal`,
    { access: curators, params },
    async ({ db, clock, actor, params: { id } }) => {
      await removeRing(db, clock, actor, id)
      return redirect(ringsPath, { done: 'ring-removed' })
    },
  ),
]
