import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { exportAsCsv, exportAsJson } from '#plumbing/export.ts'
import { addresses, askerMail, lettersTo, names, ownerMail, twoCouncils } from '#test/introducing.ts'
import { site } from '../../features.ts'

describe('until both said yes', () => {
  /** Everything that the site says of an introduction to its sides, curators, strangers and machines. */
  async function everythingSaid(app: Awaited<ReturnType<typeof twoCouncils>>, path: string) {
    const { asker, owner, signedIn, db, get, problem, askAt } = app
    const curator = await signedIn({ duties: ['curator'] })
    const stranger = await signedIn({ of: 'adur-district-council', role: 'lead' })
    const colleagueOfAsker = await signedIn({ of: 'leeds-city-council' })
    const colleagueOfOwner = await signedIn({ of: 'surrey-county-council' })
    const readers = { asker, owner, curator, stranger, colleagueOfAsker, colleagueOfOwner }
    const said: { to: string; text: string }[] = []
    for (const [to, reader] of Object.entries(readers))
      for (const page of [
        path,
        `${path}/meeting.ics`,
        '/my',
        askAt,
        `/problems/${problem.slug}`,
        '/introductions',
      ])
        said.push({ to, text: (await reader.get(page)).body })
    for (const address of addresses)
      for (const letter of await lettersTo(db, address)) {
        said.push({ to: address, text: JSON.stringify(letter) })
        for (const href of JSON.stringify(letter).match(/\/introductions\/from-mail\/[\w-]{43}/g) ?? [])
          said.push({ to: 'whoever has the mail', text: (await get(href)).body })
      }
    for (const table of site.slot('exports')) {
      for await (const piece of exportAsCsv(db, table)) said.push({ to: 'everyone', text: piece })
      for await (const piece of exportAsJson(db, table)) said.push({ to: 'everyone', text: piece })
    }
    const { rows } = await sql<{
      detail: string
    }>`select detail::text from activity where subject_kind = 'introduction'`.execute(db)
    return [...said, ...rows.map(({ detail }) => ({ to: 'the record', text: detail }))]
  }

  /** Who reads the address or name of the other. */
  const told = (said: { to: string; text: string }[]) => {
    const [askerWords, ownerWords] = [
      [askerMail, names[0]!],
      [ownerMail, names[1]!],
    ]
    const holds = (text: string, words: string[]) => words.some(word => text.includes(word))
    return [
      ...new Set(
        said.flatMap(({ to, text }) => {
          const isOfAsker = to === 'asker' || to === askerMail || to === 'colleagueOfAsker'
          const isOfOwner = to === 'owner' || to === ownerMail || to === 'colleagueOfOwner'
          const learns = (!isOfAsker && holds(text, askerWords!)) || (!isOfOwner && holds(text, ownerWords!))
          return learns ? [to] : []
        }),
      ),
    ]
  }

  test.each([
    ['asked', async () => {}],
    [
      'declined',
      async ({ owner }, path) =>
        void (await owner.post(`${path}/answer`, { answer: 'not-now', because: 'other' })),
    ],
    ['withdrawn', async ({ asker }, path) => void (await asker.post(`${path}/withdrawal`))],
    ['expired', async ({ morningOf }) => morningOf('2026-12-13')],
  ] as [string, (app: Awaited<ReturnType<typeof twoCouncils>>, path: string) => Promise<void>][])(
    'no page, mail, record or export tells a name or an address where it was %s',
    async (state, act) => {
      const app = await twoCouncils()
      const path = await app.ask()
      await app.drain()
      await act(app, path)
      await app.drain()
      expect(await app.db.selectFrom('introduction').select('state').execute()).toEqual([{ state }])
      const said = await everythingSaid(app, path)
      expect(said.length).toBeGreaterThan(40)
      expect(told(said)).toEqual([])
    },
    60_000,
  )

  test('control: once both said yes the two read it, and still nobody else does', async () => {
    const app = await twoCouncils()
    const path = await app.ask()
    await app.owner.post(`${path}/answer`, { answer: 'first' })
    await app.drain()
    expect(told(await everythingSaid(app, path)).toSorted()).toEqual(
      ['asker', askerMail, ownerMail, 'owner'].toSorted(),
    )
  }, 60_000)
})
