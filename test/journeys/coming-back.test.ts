import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { mailToken } from '../../src/features/mail/mail-token.ts'
import { inbound, replyTo } from '../answering-mail.ts'
import { trust } from '../published-problem.ts'
import { withBrowser } from './browser.ts'
import { signInByCode, type Walker, walker } from './walker.ts'
import { writeProblem } from './writing.ts'

const browser = withBrowser()
const title = 'Damp comes back in flats after it is treated'

async function join(person: Walker, email: string, council: string, name: string) {
  await person.open('/sign-in')
  await signInByCode(person, email)
  await person.choose(council)
  await person.write('Your name', name)
  await person.press('Go on')
}

/** Opens the newest mail with this subject, and gives the first address in it that has these words. */
async function linkInMail(person: Walker, subject: string | RegExp, part: string) {
  await person.open('/dev/outbox')
  await person.follow(subject)
  const words = await person.words()
  const found = new RegExp(`http\\S*${part}\\S*`).exec(words)
  expect(found, words).not.toBeNull()
  return new URL(found![0]).pathname
}

/** Says when, in one of the questions that ask for a day and a time. */
async function writeTime(person: Walker, question: string, day: string, time: string) {
  const group = person.page.getByRole('group', { name: question, exact: true })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Time').fill(time)
}

/** Answers a mail of the outbox by mail, as its recipient. */
async function answerMail(outboxPath: string, from: string, words: string) {
  const token = mailToken({ kind: 'reply', mailId: outboxPath.split('/').at(-1)! }, inbound.INBOUND_SECRET)
  const to = inbound.INBOUND_ADDRESS.replace('@', `+${token}@`)
  const transport = createTransport({ host: '127.0.0.1', port: browser.portForMail(), ignoreTLS: true })
  await transport.sendMail({ raw: replyTo(to, words, { from }), envelope: { from, to } })
  transport.close()
}

const at = async (instant: string) => {
  browser.clock.set(instant)
  await browser.tick()
}

// Forty pages, each looked at: on a machine that is busy with other work this takes minutes.
const timeout = 300_000
test('three people of two councils come back by mail', { timeout }, async () => {
  await trust(browser.db(), browser.clock, 'leeds-city-council', 'adur-district-council')
  const sam = await walker(browser, 'sam', false)
  await join(sam, 'sam@adur-worthing.gov.uk', 'Adur District Council', 'Sam Whitlock')
  await sam.open('/search?q=damp')
  await sam.follow(/^Be told/)
  await sam.press('Tell me')

  const robin = await walker(browser, 'robin', false)
  await join(robin, 'robin@leeds.gov.uk', 'Leeds City Council', 'Robin Ashdown')
  const kim = await walker(browser, 'kim', false)
  await join(kim, 'kim@leeds.gov.uk', 'Leeds City Council', 'Kim Marlow')
  await robin.open('/')
  await robin.write('The problem, in your own words', 'Damp comes back in flats a year after it was treated.')
  await robin.press('Check before you start')
  await robin.press('Publish this as a problem')
  await writeProblem(robin, title)
  const problem = robin.path()

  await at('2026-11-22T08:00:00Z')
  await sam.open(await linkInMail(sam, title, problem))
  await sam.follow(/^Ask to meet/)
  await sam.write(
    'Why you want to meet',
    'We see the same in our flats, and would like to hear what you tried.',
  )
  await writeTime(sam, 'A time that suits you', '12 January 2027', '10:30')
  await writeTime(sam, 'Another time', '13 January 2027', '2pm')
  await sam.press('Ask')
  await browser.drain()
  await robin.open(await linkInMail(robin, /asks to meet you/, '/introductions/from-mail/'))
  await robin.press('Yes, Tuesday 12 January 2027, 10:30am')
  await browser.drain()
  await sam.open('/dev/outbox')
  await sam.follow(/^You meet Leeds City Council/)
  expect(await sam.words()).toContain('robin@leeds.gov.uk')

  await sam.open(problem)
  await sam.press('Ask a question')
  await sam.write('Your question', 'How did you find out that it came back?')
  await sam.press('Ask in the open')
  await browser.drain()
  await robin.open('/dev/outbox')
  await robin.follow(/^Adur District Council asks about/)
  await answerMail(
    robin.path(),
    'robin@leeds.gov.uk',
    'Tenants rang again. We keep a list of every flat we treat.',
  )
  await browser.drain()
  await sam.open(await linkInMail(sam, /^Leeds City Council answers your question/, '/questions/'))
  expect(await sam.words()).toContain('We keep a list of every flat we treat.')

  await robin.open('/account')
  await robin.follow(/^Change or leave/)
  await robin.follow(/last day|leaving/i)
  await robin.write('Your last day', '30 November 2026')
  await robin.press('Say that I am leaving')
  await robin.page.getByLabel('Who takes it over').selectOption({ index: 1 })
  await robin.press('Ask them')
  await browser.drain()
  await kim.open(await linkInMail(kim, /^Will you take over/, '/handovers/'))
  await kim.choose(title)
  await kim.press('Take what is ticked')

  await at('2026-12-01T08:00:00Z')
  await robin.open('/account')
  expect(await robin.words()).toContain('You speak for no organisation yet')
  await robin.open(problem)
  expect(await robin.words()).not.toContain('Nobody looks after this')

  await at('2027-06-21T08:00:00Z')
  await kim.open(await linkInMail(kim, /^Is this still so/, '/still-true/'))
  expect(await kim.words()).toContain('It was last confirmed on 21 November 2026')
  await kim.press('Yes, it is still true')
  await sam.open(problem)
  expect(await sam.words()).toContain('21 June 2027')
})
