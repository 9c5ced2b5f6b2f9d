import { z } from 'zod'
import { findNeedOf, opportunityPath } from '#features/opportunities/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { anyone, curators, hasDuty, isPublicSpeaker, isSpeaker, speakers } from '#plumbing/actor.ts'
import { writeCalendar } from '#plumbing/calendar.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import { writeCsv } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { listThere } from '#plumbing/feature.ts'
import { download, moved, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { beginJointProblem, proposeNeed } from './actions.ts'
import { contractColumns, dayOf, lineOf } from './contract-files.ts'
import { listPresents } from './ending-queries.ts'
import { windowPath } from './matter.ts'
import { WindowPage } from './views/window-page.tsx'
import { type EndingContract, findMatter, findWindow, listEndedNear } from './window-queries.ts'
import { sayWindow } from './window-words.ts'

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** Where one reads how to buy together, beside contracts that end together. */
    windowAdvice: WhileThere & { label: string; href: string }
  }
}

const params = z.object({
  matter: z.string().regex(/^[a-z]+-[a-z0-9-]{1,200}$/),
  day: z.iso.date().refine(day => !day.startsWith('0000')),
})
type Named = z.output<typeof params>

const shared = { params, perMinute: 120 }
const way = <Breadcrumbs items={[{ label: 'Contract horizon', href: '/horizon' }]} />

const asked = async (db: Db, clock: Clock, { matter: slug, day }: Named) => {
  const today = inLondon(clock.now()).date
  const presents = await listPresents(db, today)
  const matter = await findMatter(db, slug)
  const window = await findWindow(db, today, presents, matter, day)
  return { today, presents, matter, window }
}

/** The window of an address as it stands; one that has moved on is led to by its page alone. */
async function findStanding(db: Db, clock: Clock, named: Named) {
  const { matter, window } = await asked(db, clock, named)
  if (!window) throw failure('absent', '')
  return { matter, ...window }
}

const needOf = (db: Db, contracts: EndingContract[]) =>
  findNeedOf(
    db,
    'contract',
    contracts.map(({ id }) => id),
  )

const windowPage = get('/horizon/:matter/:day', { access: anyone, ...shared }, async context => {
  const { db, site, clock, actor, params: named } = context
  const { today, presents, matter, window } = await asked(db, clock, named)
  if (matter.slug !== named.matter) return moved(windowPath(matter.slug, named.day))
  if (window && window.firstEnd !== named.day) return redirect(windowPath(matter.slug, window.firstEnd))
  const contracts = window?.contracts ?? (await listEndedNear(db, presents, matter, named.day))
  if (contracts.length === 0) throw failure('absent', '')
  const need = await needOf(db, contracts)
  const isCurator = hasDuty(actor, 'curator')
  const own = isSpeaker(actor) ? await listOrganisationsById(db, [actor.actingFor.id]) : new Map()
  return page({
    title: sayWindow(matter, contracts),
    description: `Contracts for ${matter.name} that end near each other: which organisations have them, until when, and with whom.`,
    unlisted: !window,
    watch: window && 'of what changes in these contracts',
    way,
    content: (
      <WindowPage
        matter={matter}
        contracts={contracts}
        firstEnd={window?.firstEnd ?? null}
        speaksFor={isSpeaker(actor) ? (own.get(actor.actingFor.id) ?? null) : null}
        mayStart={isPublicSpeaker(actor)}
        isVisitor={actor.kind === 'visitor'}
        isCurator={isCurator}
        need={need && (isCurator || need.state === 'published') ? need : null}
        today={today}
        advice={await listThere(db, site.slot('windowAdvice'))}
      />
    ),
  })
})

const windowFile = get(
  '/horizon/:matter/:day/contracts.csv',
  { access: anyone, ...shared },
  async ({ db, clock, params: named }) => {
    const { contracts } = await findStanding(db, clock, named)
    return download({
      type: 'text/csv; charset=utf-8',
      filename: `${named.matter}-${named.day}.csv`,
      unlisted: true,
      body: writeCsv(contractColumns, contracts.map(lineOf)),
    })
  },
)

const windowCalendar = get(
  '/horizon/:matter/:day/calendar.ics',
  { access: anyone, ...shared },
  async ({ db, clock, config, params: named }) => {
    const { matter, contracts, firstEnd } = await findStanding(db, clock, named)
    return download({
      type: 'text/calendar; charset=utf-8',
      filename: `${named.matter}-${named.day}.ics`,
      unlisted: true,
      body: writeCalendar({
        name: `Contracts for ${matter.name}`,
        describes: `${sayWindow(matter, contracts)}.`,
        url: new URL(windowPath(matter.slug, firstEnd), config.BASE_URL).href,
        days: contracts.map(contract => dayOf(contract, config.BASE_URL)),
      }),
    })
  },
)

const jointProblem = post(
  '/horizon/:matter/:day/problem',
  { access: speakers, params, perMinute: 20 },
  async ({ db, clock, actor, params: named }) => {
    if (!isPublicSpeaker(actor)) throw failure('absent', '')
    const { matter, contracts } = await findStanding(db, clock, named)
    const id = await beginJointProblem(db, clock, actor, { matter, contracts })
    return redirect(`/problems/${id}/parts/what-happens`)
  },
)

const commonNeed = post(
  '/horizon/:matter/:day/need',
  { access: curators, params, perMinute: 20 },
  async ({ db, clock, actor, params: named }) => {
    const { matter, contracts } = await findStanding(db, clock, named)
    const need = await needOf(db, contracts)
    if (need) return redirect(opportunityPath(need.slug))
    const slug = await proposeNeed(db, clock, actor, { matter, contracts })
    return redirect(`/opportunities/${slug}/curation`, { done: 'opportunity-written' })
  },
)

export const routes: Route[] = [windowPage, windowFile, windowCalendar, jointProblem, commonNeed]
