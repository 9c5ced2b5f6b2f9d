import { expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { insertContracts } from '#test/made-contracts.ts'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { publishPlan } from '#test/planning.ts'
import { insertProblem, publishProblem } from '#test/published-problem.ts'
import { handClock, testApp } from '#test/support.ts'

/** An officer of a council with much: 12 problems, 8 projects, 30 new things, 10 that wait, and what closes soon. */
async function busyOfficer() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, drain } = app
  await drain()
  const officer = await app.signedIn({ of: 'leeds-city-council', role: 'lead', name: 'Robin Ashdown' })
  const owned: { id: string }[] = []
  for (let at = 1; at <= 12; at++)
    owned.push(
      await insertProblem(db, clock, {
        by: 'leeds-city-council',
        slug: `own-${at}`,
        title: `Tenants report damp again and again, part ${at}`,
      }),
    )
  for (let at = 1; at <= 4; at++)
    await publishPlan(app, officer, { form: { title: `Fewer missed bins ${at}` } })
  await db
    .insertInto('review')
    .values(
      owned.map((problem, at) => ({
        id: newId(),
        kind: 'problem',
        subject_id: problem.id,
        organisation_id: officer.organisationId!,
        owner_id: officer.personId,
        confirmed_at: new Date('2026-05-01T09:00:00Z'),
        is_public: true,
        phase: 'published',
        due_on: at < 6 ? '2026-11-01' : '2026-12-05',
        stage: at < 6 ? ('owner' as const) : ('fresh' as const),
        stage_on: '2026-11-01',
      })),
    )
    .execute()
  for (let at = 1; at <= 4; at++)
    await app
      .signedIn({ name: `Sam Asker ${at}` })
      .then(asker => asker.post('/organisations/leeds-city-council/people'))
  await insertContracts(
    db,
    clock,
    Array.from({ length: 8 }, (_, at) => ({
      by: 'leeds-city-council',
      endsOn: `2027-0${1 + (at % 4)}-28`,
      title: `Maintenance of lifts, lot ${at + 1}`,
      supplierAsPublished: 'Lifts and Sons Ltd',
    })),
  )
  await insertOpportunity(db, clock, 'published')
  await officer.post('/subscriptions/new', {
    about: '/search?kind=problem',
    title: 'Problems of others',
    level: 'new',
    frequency: 'weekly',
  })
  clock.forward(60_000)
  for (let at = 1; at <= 30; at++) {
    await publishProblem(db, clock, {
      slug: `new-${at}`,
      title: `Bins are missed in streets with parked cars, report ${at}`,
    })
  }
  await drain()
  return { ...app, officer }
}

test('a busy officer reads first what waits, then what changed, then what closes soon; the rest is folded', async () => {
  const { officer } = await busyOfficer()
  const { body } = await officer.get('/my')
  const at = ['What waits for you', 'What changed for you', 'What closes soon', 'What you have here'].map(
    part => body.indexOf(part),
  )
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  expect(at[0]).toBeGreaterThan(0)
  const open = body.replace(/<details.*?<\/details>/gs, '')
  expect(open.match(/app-row"/g)!.length).toBeLessThanOrEqual(12)
  expect(body).toContain('Problems of Leeds City Council (12)')
  expect(body).toContain('Projects of Leeds City Council (8)')
  expect(body.match(/report \d+<\/strong>/g)).toHaveLength(30)
  expect(body).toContain('we will ask whether it is still so')
  expect(body).toContain('Contract ends: Maintenance of lifts')
})
