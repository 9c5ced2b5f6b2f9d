import { z } from 'zod'
import { listCuratorQueues } from '#features/accounts/index.ts'
import { NotShownPage } from '#features/moderation/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { anyone, hasDuty, isSpeaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { failure } from '#plumbing/failures.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeFields, placeOf, sliceOf, stepsFrom } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { isSeenBy, opportunityPath } from './opportunity.ts'
import { facetsOf, fitsQuery, isFiltered, opportunityQuery } from './opportunity-forms.ts'
import { findOpportunity, listOpportunities, listOpportunitiesById } from './opportunity-queries.ts'
import { OpportunityListPage } from './views/opportunity-list-page.tsx'
import { OpportunityPage } from './views/opportunity-page.tsx'

const atOnce = 25
const placeKey = z.tuple([z.number().int(), z.guid()])

const list = get(
  '/opportunities',
  {
    access: anyone,
    query: opportunityQuery.extend(placeFields),
    examples: ['/opportunities', '/opportunities?area=17&region=London'],
  },
  async ({ db, site, clock, actor, query, url }) => {
    const isCurator = hasDuty(actor, 'curator')
    const all = (await listOpportunities(db, clock, ['published'])).filter(({ hidden }) => !hidden)
    const fitting = all.filter(opportunity => fitsQuery(opportunity, query))
    const place = placeOf(placeKey, query)
    const keyOf = ({ organisations, id }: (typeof all)[number]) => [organisations.length, id]
    const isPast = ({ organisations, id }: (typeof all)[number], [count, key]: (string | number)[]) =>
      organisations.length < Number(count) || (organisations.length === count && id > String(key))
    const { after, before } = place
    const read = after
      ? fitting.filter(row => isPast(row, after))
      : before
        ? fitting.filter(row => !isPast(row, before) && row.id !== before[1]).toReversed()
        : fitting
    const slice = sliceOf(read.slice(0, atOnce + 1), atOnce, place, keyOf)
    return page({
      title: 'Common needs',
      description: 'What several councils need and nobody works on yet: for partners and for suppliers.',
      canonical: '/opportunities',
      content: (
        <OpportunityListPage
          count={fitting.length}
          opportunities={slice.rows}
          proposed={isCurator ? await listOpportunities(db, clock, ['proposed']) : []}
          isCurator={isCurator}
          queues={await listCuratorQueues(db, site, actor)}
          facets={facetsOf(all, query)}
          isFiltered={isFiltered(query)}
          today={inLondon(clock.now()).date}
          hrefs={stepsFrom(url, slice)}
        />
      ),
    })
  },
)

const detail = get(
  '/opportunities/:slug',
  { access: anyone, params: slugParams },
  async ({ db, site, clock, actor, params }) => {
    const opportunity = await findOpportunity(db, clock, params.slug)
    const isCurator = hasDuty(actor, 'curator')
    if (!isSeenBy(actor, opportunity)) throw failure('absent', '')
    if (opportunity.merged_into) {
      const [into] = await listOpportunitiesById(db, clock, [opportunity.merged_into])
      if (!into || !isSeenBy(actor, into)) throw failure('absent', '')
      return redirect(opportunityPath(into.slug))
    }
    const isShown = isCurator || opportunity.hidden === null
    const panels = await Promise.all(
      site.slot('opportunityPanels').map(({ load }) => load(db, { opportunity, actor, clock })),
    )
    return page({
      title: isShown ? opportunity.title : 'Common need',
      watch: isShown && opportunity.state === 'published' ? 'what becomes of this common need' : undefined,
      unlisted: opportunity.state !== 'published' || opportunity.hidden !== null,
      way: (
        <Breadcrumbs
          items={[
            { label: 'Check', href: '/' },
            { label: 'Common needs', href: '/opportunities' },
          ]}
        />
      ),
      content: isShown ? (
        <OpportunityPage
          opportunity={opportunity}
          panels={panels.filter(panel => panel !== null)}
          owners={
            await listOrganisationsById(
              db,
              opportunity.things.flatMap(({ organisation_id }) => organisation_id ?? []),
            )
          }
          speaksFor={isSpeaker(actor) ? actor.actingFor : null}
          isCurator={isCurator}
          today={inLondon(clock.now()).date}
        />
      ) : (
        <NotShownPage what="This common need" hidden={opportunity.hidden!} />
      ),
    })
  },
)

export const routes: Route[] = [list, detail]
