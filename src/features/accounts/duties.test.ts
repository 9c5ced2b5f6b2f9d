import { expect, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { silentLog, testApp } from '#test/support.ts'
import { site } from '../../features.ts'
import { makeOperator } from './account-commands.ts'

async function given() {
  const app = await testApp()
  const said: string[] = []
  const context: CommandContext = {
    config: app.config,
    site,
    clock: app.clock,
    log: silentLog,
    open: async () => ({ db: app.db }) as Awaited<ReturnType<CommandContext['open']>>,
    say: line => said.push(line),
    print: () => {},
  }
  const run = (email: string, values: { curator?: true; remove?: true } = {}) =>
    makeOperator.run(context, { words: [email], values })
  const acts = async () =>
    (
      await app.db
        .selectFrom('activity')
        .select(['kind', 'detail', 'actor_kind', 'subject_id'])
        .where('kind', 'like', 'person.%-duty')
        .orderBy('id')
        .execute()
    ).map(({ kind, detail, actor_kind, subject_id }) => ({ kind, detail, actor_kind, subject_id }))
  return { ...app, run, said, acts }
}

test('the command line makes a curator and takes it away, at once and with a record', async () => {
  const { signedIn, run, said, acts } = await given()
  const officer = await signedIn({ of: 'leeds-city-council' })
  await run(` ${officer.email.toUpperCase()} `, { curator: true })
  expect((await officer.get('/moderation')).statusCode).toBe(200)
  await run(officer.email, { curator: true, remove: true })
  expect((await officer.get('/moderation')).statusCode).toBe(404)
  expect((await officer.get('/my')).statusCode).toBe(200)
  expect(said).toEqual([
    `${officer.email} is now a curator; they sign in as everyone does.`,
    `${officer.email} is no longer a curator, from this moment; their account stays.`,
    'There is no curator now: nobody decides where an organisation has no lead.',
  ])
  const record = { detail: { duty: 'curator' }, actor_kind: 'operator', subject_id: officer.personId }
  expect(await acts()).toEqual([
    { kind: 'person.given-duty', ...record },
    { kind: 'person.taken-duty', ...record },
  ])
})

test('an address with which nobody has signed in yet is pointed out, a known one is not', async () => {
  const { signedIn, run, said } = await given()
  const officer = await signedIn({ of: 'leeds-city-council' })
  await run(officer.email)
  expect(said).toHaveLength(1)
  await run('nobdy@leeds.gov.uk')
  expect(said[1]).toBe('nobdy@leeds.gov.uk is now an operator; they sign in as everyone does.')
  expect(said[2]).toContain('Nobody has signed in with this address yet')
})

test('the last operator who can act stays one; of two, one can go', async () => {
  const { signedIn, run, acts } = await given()
  const first = await signedIn({ duties: ['operator', 'curator'] })
  await signedIn({ duties: ['operator'], isSuspended: true })
  await signedIn({ duties: ['curator'] })
  await expect(run(first.email, { remove: true })).rejects.toThrow(
    `${first.email} is the last operator who can act. Make somebody else one first`,
  )
  expect((await first.get('/people')).statusCode).toBe(200)
  expect(await acts()).toEqual([])
  const second = await signedIn({})
  await run(second.email)
  await run(first.email, { remove: true })
  await expect(run(second.email, { remove: true })).rejects.toThrow('the last operator')
  expect((await second.get('/people')).statusCode).toBe(200)
  await run(first.email, { curator: true, remove: true })
  expect((await first.get('/people')).statusCode).toBe(404)
})

test('an operator who is suspended can go, as somebody else can act', async () => {
  const { signedIn, run, db } = await given()
  const gone = await signedIn({ duties: ['operator'], isSuspended: true })
  const other = await signedIn({ duties: ['operator'] })
  await run(gone.email, { remove: true })
  expect(await db.selectFrom('person_duty').select('person_id').execute()).toEqual([
    { person_id: other.personId },
  ])
})

test('nothing is taken from who does not have it, and no account is made for it', async () => {
  const { signedIn, run, said, acts, db } = await given()
  const curator = await signedIn({ duties: ['curator'] })
  await signedIn({ duties: ['operator'] })
  const people = await db.selectFrom('person').select('id').execute()
  await expect(run(curator.email, { remove: true })).rejects.toThrow(
    `${curator.email} is not an operator, so nothing was changed.`,
  )
  await expect(run('nobody@example.gov.uk', { curator: true, remove: true })).rejects.toThrow(
    'nobody@example.gov.uk is not a curator, so nothing was changed.',
  )
  await expect(run('no address', { remove: true })).rejects.toThrow('Say one e-mail address')
  expect(await db.selectFrom('person').select('id').execute()).toHaveLength(people.length)
  expect([said, await acts()]).toEqual([[], []])
})
