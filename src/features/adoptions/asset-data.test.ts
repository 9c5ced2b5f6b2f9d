import { expect, test } from 'vitest'
import { adoptIn } from '#test/adopting.ts'
import { trust } from '#test/published-problem.ts'
import { shareIn } from '#test/sharing.ts'
import { testApp } from '#test/support.ts'

const leeds = 'leeds-city-council'
const surrey = 'surrey-county-council'
const adur = 'adur-district-council'

test('the data of a thing says what its page says, in named fields and nothing of people', async () => {
  const app = await testApp()
  const { get, db, signedIn } = app
  await trust(db, app.clock, leeds, surrey, adur)
  const maker = await signedIn({ of: leeds })
  const curator = await signedIn({ duties: ['curator'] })
  const path = await shareIn(maker)
  await adoptIn(await signedIn({ of: surrey }), path)
  await adoptIn(await signedIn({ of: adur }), path, { state: 'stopped', why: 'It did not fit.' })
  const dataOf = async () => JSON.parse((await get(`${path}/asset.json`)).body)
  const data = await dataOf()
  expect(data).toMatchObject({ title: 'Slotkeeper', organisation: 'Leeds City Council', licence: 'MIT' })
  expect(Object.keys(data.adoptions[0])).toEqual([
    'id',
    'asset_id',
    'asset',
    'organisation',
    'organisation_page',
    'state',
    'release',
    'since',
    'days',
    'cost',
    'took',
    'why',
    'said_on',
  ])
  expect((await get(path)).body).toContain(`href="${path}/asset.json"`)
  const held = data.adoptions.find(
    (one: { organisation: string }) => one.organisation === 'Adur District Council',
  )
  expect(held.why).toBe('It did not fit.')
  const hold = {
    subject_kind: 'adoption',
    subject_id: held.id,
    state: 'withheld',
    reason: 'Untrue.',
  } as const
  await db
    .insertInto('moderation_hold')
    .values({ ...hold, since: new Date() })
    .execute()
  expect((await dataOf()).adoptions).toHaveLength(1)
  await maker.post(`${path}/withdrawal`, { note: 'A newer one took its place.' })
  for (const reader of [{ get }, maker, curator])
    expect((await reader.get(`${path}/asset.json`)).statusCode).toBe(404)
})
