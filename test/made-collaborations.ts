import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'
import { collaborate } from './collaborating.ts'
import type { App } from './planning.ts'

const asking = {
  title: 'We test in two depots',
  way: 'consent',
  answer_by: '15 January 2027',
  visibility: 'partners',
}
const recording = {
  title: 'Which depots',
  outcome: 'Leeds and Shoreham.',
  decided_on: '20 November 2026',
  visibility: 'public',
}

/** Collaborations of one council with another, by the door, with one thing of each kind in them; as paths. */
export async function makeCollaborations(app: App, { of, partner }: { of: string; partner: string }) {
  const { db, clock } = app
  const own = await collaborate(app, { of, partners: [partner] })
  const open = await collaborate(app, { of, partners: [partner], form: { visibility: 'public' } })
  const toJoin = await collaborate(app, { of: partner, partners: [of], areJoined: false })
  const notBegun = await collaborate(app, { of, partners: [partner], isBegun: false })
  await own.owner.post(`${own.path}/links`, {
    title: 'Our board',
    href: 'https://boards.example/bins',
    visibility: 'partners',
  })
  const { id: link, collaboration_id } = await db
    .selectFrom('collaboration_link')
    .select(['id', 'collaboration_id'])
    .executeTakeFirstOrThrow()
  await own.owner.post(`${own.path}/decisions`, asking)
  await own.owner.post(`${own.path}/decisions/taken-elsewhere`, { ...recording, visibility: 'partners' })
  await open.owner.post(`${open.path}/decisions/taken-elsewhere`, recording)
  const role = { title: 'Supplier contact', kept_where: 'The password safe, folder Bins' }
  const named = await own.owner.post(`${own.path}/succession`, role)
  const round = { id: newId(), collaboration_id, month: '2026-11-01', opened_at: clock.now() }
  await db.insertInto('health_round').values(round).execute()
  const secret = newSecret()
  await db
    .insertInto('health_link')
    .values({
      link_hash: hashOf(secret),
      round_id: round.id,
      organisation_id: own.owner.organisationId!,
      person_id: own.owner.personId,
    })
    .execute()
  return {
    collaboration: own.path,
    openCollaboration: open.path,
    collaborationToJoin: toJoin.path,
    projectToShare: notBegun.address,
    collaborationLink: `${own.path}/links/${link}`,
    sharedDecision: `${own.path}/decisions/1`,
    decisionTaken: `${own.path}/decisions/2`,
    openDecision: `${open.path}/decisions/1`,
    successionRole: String(named.headers.location).replace(/\?.*/, ''),
    healthInMail: `/health/${secret}/answers`,
  }
}
