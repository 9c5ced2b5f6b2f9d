import { holdFirstPost, listHidden } from '#features/moderation/index.ts'
import { type Actor, isMemberOf, speakers } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { createSite, defineFeature } from '#plumbing/feature.ts'
import { redirect } from '#plumbing/http/answer.ts'
import { post } from '#plumbing/http/route.ts'
import { newId } from '#plumbing/id.ts'
import { site } from '../src/features.ts'
import { handClock, testApp } from './support.ts'

type Poster = { id: string; title: string; organisationId: string; isDraft?: boolean }

/** The site with a kind of thing that can be published and moderated: posters. */
export async function withPosters() {
  const posters: Poster[] = []
  const waits: boolean[] = []
  const publish = (db: Db, clock: Clock, actor: Parameters<typeof holdFirstPost>[2], id: string) =>
    db.transaction().execute(trx => holdFirstPost(trx, clock, actor, { kind: 'poster', id }))
  const feature = defineFeature({
    name: 'posters',
    dependsOn: ['moderation'],
    routes: [
      post('/posters', { access: speakers }, async ({ db, clock, actor, form }) => {
        const id = String(form.typed.id ?? newId())
        if (!posters.some(poster => poster.id === id))
          posters.push({ id, title: `Poster ${posters.length + 1}`, organisationId: actor.actingFor.id })
        waits.push(await publish(db, clock, actor, id))
        return redirect('/')
      }),
    ],
    moderated: [
      {
        kind: 'poster',
        label: 'poster',
        list: async (_db, ids) =>
          posters
            .filter(({ id }) => ids.includes(id))
            .map(poster => ({
              ...poster,
              path: `/posters/${poster.id}`,
              isSeenBy: (actor: Actor) => !poster.isDraft || isMemberOf(actor, poster.organisationId),
            })),
      },
    ],
  })
  const clock = handClock()
  const app = await testApp({ clock, site: createSite([...site.features, feature]) })
  const curator = await app.signedIn({
    duties: ['curator'],
    name: 'Robin Ashdown',
    email: 'curator@example.gov.uk',
  })
  const officer = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
  const hidden = async (id: string) => (await listHidden(app.db, 'poster', [id])).get(id)
  /** Publishes as this officer: the poster, and whether it waits. */
  const publishAs = async (who: typeof officer, id?: string) => {
    await who.post('/posters', id ? { id } : {})
    const poster = id ? posters.find(each => each.id === id)! : posters.at(-1)!
    return { poster, at: `/moderation/cases/poster/${poster.id}`, waits: waits.at(-1)! }
  }
  /** A poster of Leeds that is shown. */
  const shownPoster = async () => {
    const { poster, at } = await publishAs(officer)
    await curator.post(`${at}/release`)
    return { poster, at }
  }
  const mailsTo = async (recipient: string) =>
    (
      await app.db
        .selectFrom('mail')
        .select('letter')
        .where('recipient', '=', recipient)
        .orderBy('id')
        .execute()
    ).map(({ letter }) => letter as { subject: string; parts: object[]; why: string })
  const activities = async (id: string) =>
    (
      await app.db.selectFrom('activity').select('kind').where('subject_id', '=', id).orderBy('id').execute()
    ).map(({ kind }) => kind)
  return { ...app, clock, posters, curator, officer, hidden, publishAs, shownPoster, mailsTo, activities }
}

export const aReport = (id: string, more: Record<string, string> = {}) => ({
  kind: 'poster',
  id,
  reason: 'wrong',
  ...more,
})

type WithPosters = Awaited<ReturnType<typeof withPosters>>

/** Someone without an account reports a poster. */
export async function report(app: WithPosters, id: string, more: Record<string, string> = {}) {
  const visitor = app.freshBrowser()
  await visitor.get('/sign-in')
  return visitor.post('/report', aReport(id, more))
}
