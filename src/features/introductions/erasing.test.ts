import { expect, test } from 'vitest'
import { tracesOf, wholeDump } from '#test/erasure/traces.ts'
import { askerMail, names, ownerMail, twoCouncils, words } from '#test/introducing.ts'

test('whoever asked and is erased leaves no words, name or address, in what the other was sent neither', async () => {
  const { ask, asker, owner, drain, db } = await twoCouncils()
  const path = await ask()
  await owner.post(`${path}/answer`, { answer: 'first' })
  await drain()
  const ofAsker = [askerMail, names[0]!, words.reason]
  expect(tracesOf(ofAsker, await wholeDump(db)).length).toBeGreaterThan(2)
  await asker.post('/account/data/erasure', { sure: 'yes' })
  await drain()
  expect(tracesOf(ofAsker, await wholeDump(db))).toEqual([])
  expect((await owner.get(path)).body).toContain('no longer kept')
  expect((await owner.get('/account/data/export')).body).toContain('was asked')
})

test('what someone asked is taken back when they are erased, and whoever was asked stays as they are', async () => {
  const { ask, asker, owner, drain, db } = await twoCouncils()
  const path = await ask()
  await drain()
  await asker.post('/account/data/erasure', { sure: 'yes' })
  await drain()
  expect((await owner.get(path)).body).toContain('This was taken back')
  expect(tracesOf([words.reason], await wholeDump(db))).toEqual([])
  expect(tracesOf([ownerMail], await wholeDump(db)).length).toBeGreaterThan(0)
})
