import { describe, expect, test } from 'vitest'
import { answerCanvas, propose, settlementOf } from '#test/answering-canvas.ts'
import { collaborate } from '#test/collaborating.ts'
import { leaksTo, outsidersOf, plantedBeside, plantedIn, waysOut } from '#test/planted-words.ts'
import { testApp } from '#test/support.ts'

const planted = ['Wrenfield', 'Siskinbury', 'Dottermoor']

const canvasOf = (path: string) => [
  `${path}/canvas`,
  `${path}/canvas/answers`,
  `${path}/canvas/answers.docx`,
  `${path}/canvas/answers/aims`,
  `${path}/canvas/answers/words`,
  `${path}/canvas/differences/aims`,
  `${path}/canvas/differences/words`,
]

/** Leeds and Adur have answered, in words that stand nowhere else; Surrey has joined and has not; Kent was only asked. */
async function plant() {
  const app = await testApp()
  const partners = ['adur-district-council', 'surrey-county-council', 'kent-county-council']
  const made = await collaborate(app, { partners, form: { visibility: 'public' } })
  const { address, path, owner } = made
  const [adur, surrey, kent] = made.partners
  await kent!.post(`${path}/leaving`)
  await owner.post(`${path}/partners`, { organisation: kent!.organisationId! })
  await answerCanvas(owner, path, {
    aims: { aims_first: 'cost', words: 'Wrenfield saves first.' },
    words: { term_person: 'Siskinbury' },
  })
  await answerCanvas(adur!, path, { aims: { aims_first: 'service' }, words: { term_person: 'Resident' } })
  await propose(owner, path, 'aims', { outcome: 'resolved', words: 'Dottermoor comes first.' })
  await app.drain()
  return { app, address, path, owner, adur: adur!, surrey: surrey!, kent: kent! }
}

describe('what partners say on the canvas', () => {
  test('is nothing to anybody else: by page, file, search, feed and mail, whoever they are', async () => {
    const { app, address, path, adur, kent } = await plant()
    const inside = await Promise.all(canvasOf(path).map(async place => (await adur.get(place)).body))
    expect(plantedIn(planted, inside.join())).toEqual(planted)
    const outsiders = [...(await outsidersOf(app)), kent]
    for (const outsider of outsiders) {
      for (const place of canvasOf(path))
        expect([place, [404, 303].includes((await outsider.get(place)).statusCode)]).toEqual([place, true])
      expect((await outsider.get(path)).body).not.toContain('Alignment canvas')
    }
    const places = [path, ...canvasOf(path), ...waysOut(address, planted)]
    expect(await leaksTo(outsiders, places, planted)).toEqual([])
    expect(await plantedBeside(app, planted, [])).toEqual([])
  }, 120_000)

  test('is nothing to a partner that has not answered, and all to it once it has', async () => {
    const { app, address, path, surrey } = await plant()
    const places = [path, ...canvasOf(path), ...waysOut(address, planted)]
    expect(await leaksTo([surrey], places, planted)).toEqual([])
    expect((await surrey.get(path)).body).toContain('2 of 3 organisations have answered.')
    const settlement = await settlementOf(app, 'aims')
    const difference = `${path}/canvas/differences/aims`
    expect((await surrey.post(`${difference}/confirmation`, { settlement })).statusCode).toBe(404)
    const words = { outcome: 'accepted', words: 'As it is.' }
    expect((await surrey.post(`${difference}/settlement`, words)).statusCode).toBe(404)
    await answerCanvas(surrey, path)
    const after = await Promise.all(canvasOf(path).map(async place => (await surrey.get(place)).body))
    expect(plantedIn(planted, after.join())).toEqual(planted)
    expect((await surrey.get('/my')).body).toContain('Say yes, or something else: Aims in')
  })

  test('is never counted while it is a draft', async () => {
    const { path, owner, surrey } = await plant()
    const before = (await owner.get(path)).body
    await surrey.post(`${path}/canvas/answers/money`, { pays: 'none' })
    expect((await owner.get(path)).body).toBe(before)
  })

  test('is given to whoever wrote it, and to no colleague, in what they may download of themselves', async () => {
    const { app, owner } = await plant()
    const colleague = await app.signedIn({ of: 'leeds-city-council' })
    const file = '/account/data/export'
    expect(plantedIn(planted, (await owner.get(file)).body)).toEqual(planted)
    expect(plantedIn(planted, (await colleague.get(file)).body)).toEqual([])
  })

  test('stays when whoever wrote it is erased, without them', async () => {
    const { app, path, owner, adur } = await plant()
    const sure = { sure: 'yes' }
    expect((await owner.post('/account/data/erasure', sure)).statusCode).toBe(303)
    const left = await Promise.all([
      app.db.selectFrom('canvas_answer').select('id').where('said_by', '=', owner.personId).execute(),
      app.db.selectFrom('canvas_completion').select('id').where('done_by', '=', owner.personId).execute(),
      app.db.selectFrom('canvas_settlement').select('id').where('proposed_by', '=', owner.personId).execute(),
      app.db
        .selectFrom('canvas_confirmation')
        .select('id')
        .where('confirmed_by', '=', owner.personId)
        .execute(),
    ])
    expect(left).toEqual([[], [], [], []])
    expect(plantedIn(planted, (await adur.get(`${path}/canvas`)).body)).toEqual(planted)
  })
})
