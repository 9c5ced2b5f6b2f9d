import { expect } from 'vitest'
import type { Walker } from './walker.ts'

/** Through the steps of a draft that need no answer, to the question that is named. */
export async function skipTo(officer: Walker, question: string) {
  while ((await officer.question()) !== question) await officer.press(/^(Save and continue|Continue)$/)
}

/** From the step that asks what happens to the published problem. */
export async function writeProblem(officer: Walker, title: string) {
  await officer.write('Title', title)
  await officer.press('Save and continue')
  await officer.write('Who is affected?', 'About 400 families a year, most of them in their first month.')
  await officer.press('Save and continue')
  await officer.write('In your own words', 'Our team counted 412 such cases in 2025.')
  await officer.press('Save and continue')
  await officer.choose('£50,000 to £250,000 a year')
  await skipTo(officer, 'Which service is it about?')
  await officer.choose('No service fits, or it is about many')
  await skipTo(officer, 'Who may see it?')
  await officer.choose('Everyone')
  await officer.press('Save and continue')
  await officer.press(/continue$/i)
  await officer.press('Publish')
}

type Planning = { title: string; about: string; partners: string[] }

/** From the step that asks how a project is called, which is about a problem, to its page. */
export async function writePlan(officer: Walker, { title, about, partners }: Planning) {
  await officer.write('Title', title)
  await officer.press('Save and continue')
  expect(await officer.words()).toContain(about)
  await skipTo(officer, 'Why is the work being done?')
  await officer.write('Why is the work being done?', 'People ring us because they cannot look it up.')
  await skipTo(officer, 'Where does it stand?')
  await officer.choose('Discovery')
  await skipTo(officer, 'Who may join, and until when?')
  await officer.write('Partners are welcome until (optional)', '31 March 2027')
  await skipTo(officer, 'Which organisations take part?')
  for (const partner of partners) {
    await officer.write('Name of an organisation', partner)
    await officer.press('Add it')
  }
  await skipTo(officer, 'Which service is it about?')
  await officer.choose('No service fits, or it is about many')
  await skipTo(officer, 'Who may see it?')
  await officer.choose('Everyone')
  await officer.press('Save and continue')
  await officer.press('Publish')
}
