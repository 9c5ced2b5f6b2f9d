import { describe, expect, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { site } from '../../src/features.ts'
import { handClock } from '../support.ts'
import { withBrowser } from './browser.ts'
import { signInByCode, signInByLink, walker } from './walker.ts'
import { writePlan, writeProblem } from './writing.ts'

const words =
  'Families who move house with a child in temporary accommodation wait weeks for a new school place, and nobody tells them where they stand'
const problem = 'Families in temporary accommodation wait for a school place'
const project = 'One place to see where a school application stands'

describe.each([
  ['off', false],
  ['on', true],
])('with scripts %s', (_, scripts) => {
  const browser = withBrowser()

  async function appointCurator(email: string) {
    const command = site.slot('commands').find(({ name }) => name === 'operator')!
    const context = { open: async () => ({ db: browser.db() }), clock: handClock(), say: () => {} }
    await command.run(context as unknown as CommandContext, { values: { curator: true }, words: [email] })
  }

  // Nearly a hundred pages, each looked at: on a machine that is busy with other work this takes minutes.
  const timeout = 300_000
  test('an officer publishes a problem, another council has it too, and they work on it together', {
    timeout,
  }, async () => {
    const leeds = await walker(browser, 'leeds', scripts)
    await leeds.open('/')
    await leeds.write('The problem, in your own words', words)
    await leeds.press('Check before you start')
    await leeds.press('Publish this as a problem')
    await signInByLink(leeds, 'officer@leeds.gov.uk')
    await leeds.choose('Leeds City Council')
    await leeds.write('Your name', 'Robin Ashdown')
    await leeds.press('Go on')
    expect(await leeds.typed('What happens')).toBe(words)
    await writeProblem(leeds, problem)
    expect(await leeds.words()).toContain('This waits for a curator')
    expect(leeds.pages()).toBeLessThan(20)
    await browser.drain()
    const problemPath = leeds.path()

    await appointCurator('curator@example.org')
    const curator = await walker(browser, 'curator', scripts)
    await curator.open('/sign-in')
    await signInByCode(curator, 'curator@example.org')
    await curator.write('Your name', 'Jo Curator')
    await curator.press('Go on')
    const release = async () => {
      await curator.open('/moderation')
      await curator.follow(new RegExp(problem))
      await curator.press(/^Release this/)
    }
    await release()
    await curator.open('/organisations/leeds-city-council/people')
    await curator.follow(/^Change or end/)
    await curator.choose('Lead')
    await curator.press('Change the role')

    const adur = await walker(browser, 'adur', scripts)
    await adur.open(problemPath)
    await adur.press('We have this too')
    await signInByLink(adur, 'officer@adur-worthing.gov.uk')
    await adur.choose('Adur District Council')
    await adur.write('Your name', 'Sam Whitlock')
    await adur.press('Go on')
    await adur.choose('We have it')
    await adur.press('Publish for my organisation')
    expect(adur.pages()).toBeLessThan(10)
    await release()
    await adur.open(problemPath)
    expect(await adur.words()).toContain('Adur District Council has it')

    await adur.press('Plan a project about this')
    await writePlan(adur, { title: project, about: problem, partners: ['Leeds City Council'] })
    const projectPath = adur.path()
    await browser.drain()
    await leeds.open('/my')
    await leeds.follow(/names you as a partner/)
    await leeds.press('Confirm')
    expect(await leeds.question()).toBe('Leeds City Council takes part')

    await adur.open(projectPath)
    await adur.press('Write an update')
    await adur.write('What happened?', '# What we found\n\n- **Twelve** of 14 families had rung twice')
    await adur.press('Publish')
    expect(await adur.page.getByRole('heading', { name: 'What we found' }).count()).toBe(1)
    await adur.follow('21 November 2026')
    await adur.follow('Change this update')
    await adur.write('What happened?', '# What we found\n\n- **Thirteen** of 14 families had rung twice')
    await adur.press('Publish the change')
    expect(await adur.page.locator('del', { hasText: 'Twelve' }).count()).toBe(1)
    await adur.follow('Withdraw this update')
    await adur.press('Withdraw it')
    expect(await adur.words()).toContain('Adur District Council withdrew this update')

    await leeds.open(problemPath)
    await leeds.follow('Who is affected')
    await leeds.write('Who is affected?', 'About 600 families a year, most of them in their first month.')
    await leeds.write('What you changed, and why (optional)', 'Counted again.')
    await leeds.press('Publish the change')
    await leeds.follow('See all 2 versions')
    expect(await leeds.page.locator('ins', { hasText: '600' }).count()).toBe(1)
    await leeds.open(problemPath)
    await leeds.follow('Withdraw it')
    await leeds.write('Why it is withdrawn', 'Admissions now write to each family.')
    await leeds.press('Withdraw it')
    await adur.open(problemPath)
    expect(await adur.words()).toContain('Withdrawn on 21 November 2026')
    expect(await adur.words()).not.toMatch(/Change it|Plan a project/)

    const elsewhere = await walker(browser, 'elsewhere', scripts)
    await elsewhere.open('/sign-in')
    await signInByCode(elsewhere, 'officer@leeds.gov.uk')
    await elsewhere.open('/account')
    expect(await elsewhere.question()).toBe('Your account')
    await leeds.open('/account')
    await leeds.press('Sign out everywhere')
    await elsewhere.open('/account')
    expect(await elsewhere.question()).toBe('Sign in')
  })
})
