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
