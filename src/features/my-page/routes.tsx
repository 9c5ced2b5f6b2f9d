import { listCuratorQueues, listWaitingAnswers } from '#features/accounts/index.ts'
import { isSpeaker, people } from '#plumbing/actor.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { formatCount } from '#ui/money.ts'
import { isWorthShowing } from './my-page.ts'
import { findOwner } from './queries.ts'
import { MyHero, MyPage } from './views/my-page.tsx'
import { WaitingPage } from './views/waiting-page.tsx'

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
    const loads = isSpeaker(actor)
      ? site
          .slot('mySections')
          .toSorted((a, b) => a.order - b.order)
          .map(({ load }) => load(db, clock, actor, site))
      : []
    const sections = (await Promise.all(loads)).filter(isWorthShowing)
    return page({
      title: 'My page',
      unlisted: true,
      hero: <MyHero owner={owner} actor={actor} />,
      content: actor.actingFor ? (
        <MyPage sections={sections} waiting={waiting} links={links} />
      ) : (
        <WaitingPage waiting={waiting} links={links} />
      ),
    })
  }),
]
