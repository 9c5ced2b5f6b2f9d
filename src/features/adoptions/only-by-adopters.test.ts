import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedAdoption } from '#test/adopting.ts'
import { trust } from '#test/published-problem.ts'
import { shareIn } from '#test/sharing.ts'
import { handClock, testApp } from '#test/support.ts'
import { states } from './adoption.ts'

const councils = {
  maker: 'leeds-city-council',
  adopter: 'surrey-county-council',
  other: 'adur-district-council',
  curator: 'kirklees-council',
} as const

const someone = fc.constantFrom('maker', 'adopter', 'other', 'curator', 'stranger', 'visitor')

const act = fc.oneof(
  fc.record({
    does: fc.constant('say' as const),
    who: someone,
    state: fc.constantFrom(...states),
    // What a forged form may name besides; nothing of it may count.
    of: fc.constantFrom(...Object.values(councils)),
  }),
  fc.record({
    does: fc.constantFrom(
      'end' as const,
      'answer' as const,
      'withdraw the thing' as const,
      'share it again' as const,
    ),
    who: someone,
  }),
)

/** What stands for each adopter: how far it is and how often it was written. */
type Model = Map<string, { state: string | null; number: number }>

test('an adoption is made, changed and ended by its adopter, and by nobody else', {
  timeout: 120_000,
}, async () => {
  const clock = handClock()
  const app = { ...(await testApp({ clock })), clock }
  await trust(app.db, app.clock, ...Object.values(councils))
  const people = {
    maker: await app.signedIn({ of: councils.maker, role: 'lead' }),
    adopter: await app.signedIn({ of: councils.adopter }),
    other: await app.signedIn({ of: councils.other }),
    curator: await app.signedIn({ of: councils.curator, duties: ['curator'] }),
    stranger: await app.signedIn(),
    visitor: app.freshBrowser(),
  }
  const adopters = new Map<string, string>(
    (['adopter', 'other', 'curator'] as const).map(who => [who, people[who].organisationId as string]),
  )

  const standing = async (assetId: string): Promise<Model> => {
    const rows = await app.db
      .selectFrom('adoption')
      .innerJoin('adoption_version as version', join =>
        join.onRef('adoption_id', '=', 'adoption.id').onRef('version.number', '=', 'adoption.number'),
      )
      .select(['organisation_id', 'state', 'ended_at', 'adoption.number', 'written_by'])
      .where('asset_id', '=', assetId)
      .execute()
    for (const row of rows) {
      const [who] = [...adopters].find(([, id]) => id === row.organisation_id) ?? []
      expect(row.written_by).toBe(people[who as 'adopter'].personId)
    }
    return new Map(
      rows.map(row => [row.organisation_id, { state: row.ended_at ? null : row.state, number: row.number }]),
    )
  }

  const acts = fc.array(act, { minLength: 1, maxLength: 12 })
  let count = 0
  await fc.assert(
    fc.asyncProperty(acts, async sequence => {
      count += 1
      // Within one minute so many acts of one address would be too many.
      clock.forward(60_000)
      const path = await shareIn(people.maker, { title: `Thing ${count}` })
      const { id: assetId } = await app.db
        .selectFrom('asset')
        .select('id')
        .where('slug', '=', path.replace('/reuse/', ''))
        .executeTakeFirstOrThrow()
      const model: Model = new Map()
      let isShared = true
      for (const one of sequence) {
        const person = people[one.who]
        const own = adopters.get(one.who)
        const before = own ? model.get(own) : undefined
        const stands = before !== undefined && before.state !== null
        if (one.does === 'say') {
          const seen = String(before?.number ?? 0)
          const forged = { organisation: one.of, organisation_id: adopters.get('adopter')!, adopter: one.of }
          const why = 'It did not fit.'
          await person.post(`${path}/adoptions`, { ...typedAdoption, ...forged, state: one.state, why, seen })
          if (own && (isShared || stands))
            model.set(own, { state: one.state, number: (before?.number ?? 0) + 1 })
        }
        if (one.does === 'end') {
          await person.post(`${path}/adoption/withdrawal`, {})
          if (own && stands) model.set(own, { state: null, number: before.number + 1 })
        }
        if (one.does === 'answer') {
          await app.drain()
          const reviews = await app.db
            .selectFrom('review')
            .innerJoin('adoption', 'adoption.id', 'subject_id')
            .select(['review.id', 'review.organisation_id'])
            .where('kind', '=', 'adoption')
            .where('asset_id', '=', assetId)
            .where('closed_at', 'is', null)
            .execute()
          for (const review of reviews) {
            await person.post(`/reviews/${review.id}/answer`, { answer: 'finished' })
            if (review.organisation_id === own && before)
              model.set(own, { state: 'stopped', number: before.number + 1 })
          }
        }
        if (one.does === 'withdraw the thing') {
          await person.post(`${path}/withdrawal`, { note: 'A newer one took its place.' })
          isShared = isShared && one.who !== 'maker'
        }
        if (one.does === 'share it again') {
          await person.post(`${path}/publication`, {})
          isShared = isShared || one.who === 'maker'
        }
        expect(await standing(assetId)).toEqual(model)
      }
    }),
    { numRuns: 25 },
  )
})
