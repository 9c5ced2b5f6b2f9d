import { listCuratorQueues, listWaitingAnswers } from '#features/accounts/index.ts'
import { isSpeaker, people, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { formatCount } from '#ui/money.ts'
import { isWorthShowing, soonestFirst } from './my-page.ts'
import { findOwner } from './queries.ts'
import { MyHero, MyPage } from './views/my-page.tsx'
import { WaitingPage } from './views/waiting-page.tsx'

async function loadOf(db: Db, clock: Clock, actor: Speaker, site: Site) {
  const sections = await Promise.all(
    site
      .slot('mySections')
      .toSorted((a, b) => a.order - b.order)
      .map(async ({ place, load }) => ({ place, ...(await load(db, clock, actor, site)) })),
  )
  const closing = await Promise.all(site.slot('closingSoon').map(({ list }) => list(db, clock, actor, site)))
  return { sections: sections.filter(isWorthShowing), closing: soonestFirst(closing.flat()) }
}

export const routes: Route[] = [
  get('/my', { access: people, examples: ['/my'] }, async ({ db, site, clock, actor }) => {
    const owner = await findOwner(db, actor.id)
    const waiting = await listWaitingAnswers(db, site, actor.id)
    const queues = await listCuratorQueues(db, site, actor)
    const links = [
      ...queues.map(({ label, href, waiting }) => ({
        label: `${label}: ${formatCount(waiting)} waiting`,
        href,
        for: 'curator' as const,
      })),
      ...site
        .slot('myLinks')
        .filter(link => link.for === 'all' || actor.duties.some(duty => duty === link.for)),
    ]
    const { sections, closing } = isSpeaker(actor)
      ? await loadOf(db, clock, actor, site)
      : { sections: [], closing: [] }
    return page({
      title: 'My page',
      unlisted: true,
      hero: <MyHero owner={owner} actor={actor} />,
      content: actor.actingFor ? (
        <MyPage sections={sections} closing={closing} waiting={waiting} links={links} />
      ) : (
        <WaitingPage waiting={waiting} links={links} />
      ),
    })
  }),
]
