import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { site } from '../src/features.ts'
import { type AttackedSite, attackedSite } from './attacks/attacked-site.ts'
import { harmOf } from './attacks/harm.ts'
import { naughtyStrings } from './attacks/naughty-strings.ts'
import { type Field, inOneLine, shownText } from './attacks/page-forms.ts'
import {
  editedForms,
  inTexts,
  isWritten,
  kept,
  openForm,
  refusedIn,
  sendWords,
  sentForms,
  valuesOf,
} from './attacks/written-forms.ts'

let attacked: AttackedSite
beforeAll(async () => {
  attacked = await attackedSite()
}, 120_000)
afterAll(() => attacked.close())

const strings = naughtyStrings.map(kept).filter(text => text !== '')

const texts = inTexts(strings, 480)
let taken = 0
/** Something else for each field of each form: the strings in turn, where there is room several of them. */
function wordsFor({ name, kind }: Field): string {
  taken += 1
  const isShort = kind === 'line' || name === 'note'
  return isShort ? strings[(taken * 7) % strings.length]! : texts[taken % texts.length]!
}
const rounds = [1, 2, 3, 4]

/** Not asked of whom this is said, or written in one way and kept in another: lists, addresses, days; or, like the note on a change, kept elsewhere. */
const keptOtherwise = new Set(['how', 'tags', 'evidence_links', 'said_on', 'partners_welcome_until'])
const isNoteOnChange = (form: string, name: string) => name === 'note' && !form.endsWith('/stance')

describe('strings that break sites', () => {
  test.each(Object.entries(editedForms))(
    'come back byte for byte in %s, and are shown as text',
    async (_, at) => {
      const { form: path, shown, chosen = {} } = at(attacked.world)
      let sent = 0
      for (const _round of rounds) {
        const form = await openForm(attacked, path)
        const words = Object.fromEntries(
          form.fields.filter(isWritten).map(field => [field.name, wordsFor(field)]),
        )
        const taken = (await sendWords(attacked, form, words, chosen)).filter(
          name => !keptOtherwise.has(name) && !isNoteOnChange(path, name),
        )
        sent += taken.length
        const again = valuesOf((await openForm(attacked, path)).fields)
        for (const name of taken) expect([name, again[name]]).toEqual([name, [words[name]]])
        for (const page of shown) {
          const answer = await attacked.get(page, 'lead')
          expect([page, answer.statusCode, harmOf(answer)]).toEqual([page, 200, []])
          if (page !== shown[0] || path.endsWith('/text')) continue
          const text = shownText(answer.body)
          const missing = taken
            .flatMap(name => words[name]!.split('\n'))
            .map(inOneLine)
            .filter(line => !text.includes(line))
          expect([page, missing]).toEqual([page, []])
        }
        await attacked.takeBack()
      }
      expect(sent).toBeGreaterThan(0)
    },
  )
})

describe('strings that break sites, sent once', () => {
  test.each(Object.entries(sentForms))('are shown as text in %s', async (_, at) => {
    const { as = 'lead', path, form = {}, words, shown } = at(attacked.world)
    let kept = 0
    for (const _round of rounds) {
      const sent = Object.fromEntries(words.map(name => [name, wordsFor({ name, kind: 'line', values: [] })]))
      const answer = await attacked.send({ as, path }, { ...form, ...sent })
      expect([sent, answer.statusCode]).toEqual([sent, expect.toBeOneOf([303, 422])])
      expect(harmOf(answer)).toEqual([])
      if (answer.statusCode === 422)
        expect(refusedIn(answer.body)).toEqual(expect.arrayContaining([expect.toBeOneOf(words)]))
      else {
        kept += 1
        for (const [page, reader] of shown) {
          const answer = await attacked.get(page, reader)
          expect([page, answer.statusCode, harmOf(answer)]).toEqual([page, 200, []])
        }
        const text = shownText((await attacked.get(...shown[0]!)).body)
        for (const words of Object.values(sent)) expect(text).toContain(inOneLine(words))
      }
      await attacked.takeBack()
    }
    expect(kept).toBeGreaterThan(0)
  })
})

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '＝1+1',
  '=HYPERLINK("https://evil.example","x")',
]

test('formulas that people write are dead in every file that is given away', async () => {
  const { world, app, get, send, takeBack } = attacked
  for (const formula of formulas) {
    const problem = await openForm(attacked, `${world.problem}/parts/what-happens`)
    await sendWords(attacked, problem, { title: formula, happens: formula }, {})
    const affected = await openForm(attacked, `${world.problem}/parts/affected`)
    await sendWords(attacked, affected, { affected: formula }, {})
    const said = {
      says: 'fixed-it',
      how: formula,
      affected: formula,
      note: formula,
      seen: '1',
      screened: 'yes',
    }
    const stance = { as: 'lead', path: `${world.problemElsewhere}/stances` } as const
    expect((await send(stance, said)).statusCode).toBe(303)
    await sendWords(
      attacked,
      await openForm(attacked, `${world.plan}/parts/title`),
      { title: formula, problem: formula },
      {},
    )
    await app.drain()
    const files = [...site.slot('exports').map(({ name }) => `/data/${name}.csv`), '/projects.csv']
    const found: string[] = []
    for (const path of [...files, `${world.problemElsewhere}/stances.csv`]) {
      const answer = await get(path, 'lead')
      expect([path, answer.statusCode]).toEqual([path, 200])
      const cells = parse(answer.body).flat() as string[]
      const live = cells.filter(cell => /^[=+\-@\t\r\n＝]/.test(cell) && !Number.isFinite(Number(cell)))
      expect([path, live]).toEqual([path, []])
      if (cells.some(cell => cell.includes(formula.trim()))) found.push(path)
    }
    expect(found.length).toBeGreaterThan(1)
    await takeBack()
  }
})

test('line ends that people write into names and titles end no line of a mail’s head', async () => {
  const { world, app, db, send, takeBack } = attacked
  const ending = 'Bins\r\nBcc: evil@example.com\u0000\u2028X: y\rZ: z'
  await sendWords(
    attacked,
    await openForm(attacked, '/account/profile'),
    { name: ending, jobTitle: ending },
    {},
  )
  await sendWords(
    attacked,
    await openForm(attacked, `${world.problem}/parts/what-happens`),
    { title: ending },
    {},
  )
  await sendWords(attacked, await openForm(attacked, `${world.plan}/parts/title`), { title: ending }, {})
  const other = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const asks = [
    await other.post(`${world.problem}/stances`, { says: 'have-it', seen: '0' }),
    await other.post(`${world.project}/partners`, { message: ending, seen: 'yes' }),
    await send({ as: 'curator', path: `${world.moderationCase}/letter` }, { letter: ending }),
    await send(
      { as: 'lead', path: '/organisation-additions/new' },
      { name: ending, kind: 'charity', ground: 'x' },
    ),
  ]
  expect(asks.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303])
  const addition = await db
    .selectFrom('organisation_addition')
    .select('id')
    .where('name', 'like', '%Bcc%')
    .executeTakeFirstOrThrow()
  const decision = `/organisation-additions/${addition.id}/decision`
  expect((await send({ as: 'curator', path: decision }, { decision: 'refuse' })).statusCode).toBe(303)
  await app.drain()
  const letters = await db.selectFrom('mail').select('letter').execute()
  const subjects = letters.map(({ letter }) => (letter as { subject: string }).subject)
  await takeBack()
  expect(subjects.filter(subject => subject.includes('Bcc:')).length).toBeGreaterThan(3)
  expect(subjects.filter(subject => /[\p{Cc}\u2028\u2029]/u.test(subject))).toEqual([])
})
