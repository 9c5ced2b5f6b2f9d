import type { OutgoingHttpHeaders } from 'node:http'
import { insertProblem, trust } from './published-problem.ts'
import { type Form, handClock, testApp } from './support.ts'

/** Where one was led, without what it says was done. */
export const pathOf = ({ headers }: { headers: OutgoingHttpHeaders }) =>
  String(headers.location).replace(/\?.*/, '')

/** Surrey with the problem "Bins missed" and Leeds with "Missed collections", their leads, and a curator who finds them to be the same. */
export async function mergingCouncils() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, signedIn } = app
  const councils = [
    'leeds-city-council',
    'surrey-county-council',
    'adur-district-council',
    'elmbridge-borough-council',
  ]
  await trust(db, clock, ...councils)
  const insert = (by: string, slug: string, title: string) => insertProblem(db, clock, { by, slug, title })
  await insert('surrey-county-council', 'bins-missed', 'Bins missed')
  await insert('leeds-city-council', 'missed-collections', 'Missed collections')
  const owner = await signedIn({ of: 'surrey-county-council', role: 'lead', email: 'surrey@example.gov.uk' })
  const keeper = await signedIn({ of: 'leeds-city-council', role: 'lead', email: 'leeds@example.gov.uk' })
  const curator = await signedIn({ duties: ['curator'], email: 'curator@example.gov.uk' })
  const propose = (fields: Form = {}) =>
    curator.post('/problems/bins-missed/merge', {
      other: 'missed-collections',
      stays: 'other',
      reason: 'Both are bins that nobody emptied.',
      ...fields,
    })
  const proposed = async () => pathOf(await propose())
  const merged = async () => {
    const path = await proposed()
    await owner.post(`${path}/answers`, { says: 'yes' })
    await keeper.post(`${path}/answers`, { says: 'yes' })
    return path
  }
  return { ...app, clock, insert, owner, keeper, curator, propose, proposed, merged }
}
