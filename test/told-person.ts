import { publishProblem } from './published-problem.ts'
import { handClock, testApp } from './support.ts'

const wishes = {
  about: '/search?q=missed+bins',
  title: 'Missed bins',
  level: 'everything',
  frequency: 'weekly',
}

/** A site on which an officer keeps a search. */
export async function toldSite() {
  const clock = handClock()
  const site = await testApp({ clock })
  await site.drain()
  const officer = await site.signedIn({ of: 'leeds-city-council', role: 'lead', name: 'Jo' })
  await officer.get('/subscriptions/new?about=%2Fsearch%3Fq%3Dmissed%2Bbins')
  await officer.post('/subscriptions/new', wishes)
  clock.forward(60_000)
  return { ...site, clock, officer }
}

export type ToldSite = Awaited<ReturnType<typeof toldSite>>

/** A problem as if it had just been published, and all that follows from it. */
export async function publishAt(site: ToldSite, slug: string, title: string) {
  const problem = await publishProblem(site.db, site.clock, { slug, title })
  await site.drain()
  return problem
}

/** Curators hold it back from everyone. */
export const hold = ({ db, clock }: Pick<ToldSite, 'db' | 'clock'>, id: string) =>
  db
    .insertInto('moderation_hold')
    .values({
      subject_kind: 'problem',
      subject_id: id,
      state: 'withheld',
      reason: 'other',
      since: clock.now(),
    })
    .execute()
