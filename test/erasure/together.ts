import { newId } from '#plumbing/id.ts'
import { agreeIn } from '#test/agreeing.ts'
import { answerCanvas } from '#test/answering-canvas.ts'
import { collaborate, joinCollaboration } from '#test/collaborating.ts'
import type { testApp } from '#test/support.ts'
import type { Browser } from './one-life.ts'

type App = Awaited<ReturnType<typeof testApp>>

const allWell = { aims: '3', pace: '3', deciding: '3', language: '3', cover: '3' }
const forPartners = { visibility: 'partners' }

/** Begins a collaboration for their organisation, and does in it all that leaves a trace of who did it. */
export async function workTogether(app: App, browser: Browser, personId: string) {
  const { db, clock } = app
  const { address, partner } = await collaborate(app, { isBegun: false })
  const path = `${address}/collaboration`
  await browser.post(path, { purpose: 'Crews know by noon.', ...forPartners })
  await joinCollaboration(partner, path)
  await browser.post(`${path}/links`, { title: 'Our board', href: 'https://boards.example/', ...forPartners })
  await agreeIn({ path, owner: browser, partners: [partner] })
  const asked = { title: 'In two depots', way: 'advice', answer_by: '15 January 2027', ...forPartners }
  await browser.post(`${path}/decisions`, asked)
  await browser.post(`${path}/decisions/1/answers`, { words: 'Ask the crews.' })
  const elsewhere = { title: 'Which', outcome: 'These.', decided_on: '20 November 2026', ...forPartners }
  await browser.post(`${path}/decisions/taken-elsewhere`, elsewhere)
  const canvas = `${path}/canvas`
  await browser.post(`${canvas}/answers/aims`, { aims_first: 'cost' })
  await browser.post(`${canvas}/answers/completion`, {})
  await answerCanvas(partner, path, { aims: { aims_first: 'service' } })
  await browser.post(`${canvas}/differences/aims/settlement`, { outcome: 'resolved', words: 'Both.' })
  const { id: collaboration_id } = await db
    .selectFrom('collaboration')
    .select('id')
    .where('begun_by', '=', personId)
    .executeTakeFirstOrThrow()
  const round = { id: newId(), collaboration_id, month: '2026-11-01', opened_at: clock.now() }
  await db.insertInto('health_round').values(round).execute()
  const { organisation_id } = await db
    .selectFrom('collaboration_partner')
    .select('organisation_id')
    .where('decided_by', '=', personId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('health_link')
    .values({ link_hash: 'x', round_id: round.id, organisation_id, person_id: personId })
    .execute()
  await browser.post(`${path}/succession`, { title: 'Code', holder: personId, deputy: personId })
  await browser.post(`${path}/health`, allWell)
  await browser.post(`${path}/health/pause`, { paused: 'yes' })
}
