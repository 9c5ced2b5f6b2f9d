import type { Form, testApp } from './support.ts'

type Officer = Awaited<ReturnType<Awaited<ReturnType<typeof testApp>>['signedIn']>>

/** What an officer writes in each step, as the forms have it. */
const missedBins = {
  'what-happens': {
    title: 'Nobody sees why a bin was missed',
    happens: 'Residents ring because their bin was not emptied. We cannot see what the crew did.',
  },
  affected: { affected: 'About 4,000 households each year, and the six people who answer the telephone.' },
  evidence: { evidence: 'The call log of 2025: 31,000 calls.', evidence_links: 'https://example.gov.uk/log' },
  cost: { cost_band: '50k-250k', cost: 'Three posts in the contact centre.' },
  tried: { tried: 'A paper form for the crews, which nobody filled in.' },
  service: { service: 'other', other: 'Household waste collection' },
  outcome: { good_outcome: 'Whoever answers knows by noon what happened.' },
  visibility: { visibility: 'public' },
} satisfies Record<string, Form>

export type Steps = { [S in keyof typeof missedBins]?: Form }

/** Begins a draft and fills in all of its steps, some with other words; its path. */
export async function draftProblem(officer: Officer, others: Steps = {}): Promise<string> {
  const steps = { ...missedBins, ...others }
  const { headers } = await officer.post('/problems', steps['what-happens'])
  const path = String(headers.location).replace('/parts/affected', '')
  for (const [step, form] of Object.entries(steps).slice(1)) await officer.post(`${path}/parts/${step}`, form)
  return path
}

/** Raises and publishes a problem by the door; the path of its page. */
export async function raiseProblem(officer: Officer, others: Steps = {}): Promise<string> {
  const path = await draftProblem(officer, others)
  await officer.post(`${path}/comparison`)
  return String((await officer.post(`${path}/publication`)).headers.location)
}
