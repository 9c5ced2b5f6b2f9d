import { z } from 'zod'
import { anyone, hasDuty } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { writeCsv } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure } from '#plumbing/failures.ts'
import { download, moved, page } from '#plumbing/http/answer.ts'
import { get, type RouteContext } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { type CouncilQuery, councilQuery, councilsPath, filterCouncils, pageOf } from './council-list.ts'
import { councilFileColumns, listCouncils, listCouncilsForFile, listOtherBodies } from './list-queries.ts'
import { findMergedInto, listMergesInto } from './merge-queries.ts'
import { organisationPath } from './organisation.ts'
import {
  councilsLike,
  type FoundOrganisation,
  findOrganisation,
  findProfile,
  listIdentifiers,
  listMemberships,
  listNeighbours,
  listOtherNames,
  listSteps,
} from './page-queries.ts'
import { listByCodes } from './queries.ts'
import { register } from './seeds.ts'
import { CouncilsPage } from './views/councils-page.tsx'
import { OrganisationPage } from './views/organisation-page.tsx'
import { OtherBodiesPage } from './views/other-bodies-page.tsx'

const likeAtMost = 5

async function listFiltered(db: Db, query: CouncilQuery) {
  return filterCouncils(await listCouncils(db, query.q), query)
}

const councilsRoute = get(
  '/councils',
  {
    access: anyone,
    query: councilQuery,
    examples: [
      '/councils',
      '/councils?q=leeds',
      '/councils?nation=Wales&type=Welsh+unitary+authority',
      '/councils?q=xyzzy',
    ],
  },
  async ({ db, site, query }) => {
    const { found, facets } = await listFiltered(db, query)
    const { shown, before, after } = pageOf(found, query)
    const at = (place: Pick<CouncilQuery, 'after' | 'before'>) =>
      councilsPath({ ...query, after: undefined, before: undefined, ...place })
    return page({
      title: query.q ? `Councils: ${query.q}` : 'Councils',
      description:
        'Every council and combined authority of the United Kingdom, those of the past and those to come, with what each has published.',
      canonical: '/councils',
      unlisted: query.q !== '',
      content: (
        <CouncilsPage
          query={query}
          found={found}
          shown={shown}
          facets={facets}
          previousHref={before && at({ before })}
          nextHref={after && at({ after })}
          source={register}
          places={site.slot('organisationListPlaces')}
        />
      ),
    })
  },
)

const councilsFileRoute = get(
  '/councils.csv',
  { access: anyone, query: councilQuery, examples: ['/councils.csv', '/councils.csv?region=North+East'] },
  async ({ db, query }) => {
    const { found } = await listFiltered(db, query)
    const rows = await listCouncilsForFile(
      db,
      found.map(({ id }) => id),
    )
    return download({
      type: 'text/csv; charset=utf-8',
      filename: 'councils.csv',
      body: writeCsv(
        [...councilFileColumns],
        rows.map(row => councilFileColumns.map(column => row[column])),
      ),
    })
  },
)

const otherBodiesRoute = get(
  '/organisations',
  { access: anyone, examples: ['/organisations'] },
  async ({ db, site }) =>
    page({
      title: 'Other organisations',
      description: 'Public bodies, networks and suppliers named in what councils published.',
      way: (
        <Breadcrumbs items={[{ label: 'Councils', href: '/councils' }, { label: 'Other organisations' }]} />
      ),
      content: (
        <OtherBodiesPage bodies={await listOtherBodies(db)} places={site.slot('organisationListPlaces')} />
      ),
    }),
)

type Asked = Pick<RouteContext, 'db' | 'site' | 'clock' | 'actor'>

/** All that the page of an organisation shows. */
async function loadOrganisation({ db, site, clock, actor }: Asked, organisation: FoundOrganisation) {
  const { id } = organisation
  const records = []
  for (const { title, list } of site.slot('organisationRecords'))
    records.push({ title, records: await list(db, id, actor) })
  const figures = await Promise.all(site.slot('organisationFigures').map(({ load }) => load(db, id)))
  return {
    organisation,
    figures: figures.filter(figure => figure !== null),
    identifiers: await listIdentifiers(db, id),
    otherNames: await listOtherNames(db, id),
    profile: await findProfile(db, id),
    became: await listSteps(db, id, 'to'),
    madeFrom: await listSteps(db, id, 'from'),
    partOf: await listMemberships(db, id, 'bodies'),
    members: await listMemberships(db, id, 'members'),
    neighbours: await listNeighbours(db, id),
    merged: await listMergesInto(db, id),
    isCurator: hasDuty(actor, 'curator'),
    alike: await councilsLike(db, id, likeAtMost),
    records,
    places: site.slot('organisationPlaces').flatMap(placeOf => placeOf(organisation) ?? []),
    today: inLondon(clock.now()).date,
  }
}

const organisationRoute = get(
  '/organisations/:slug',
  {
    access: anyone,
    params: z.object({ slug: z.string().regex(/^[a-z0-9-]{1,200}$/i) }),
    examples: [
      '/organisations/leeds-city-council',
      '/organisations/allerdale-borough-council',
      '/organisations/surrey-county-council',
      '/organisations/east-surrey-council',
      '/organisations/greater-manchester-combined-authority',
      '/organisations/dxw',
    ],
  },
  async context => {
    const {
      db,
      params: { slug },
    } = context
    let organisation: FoundOrganisation
    try {
      organisation = await findOrganisation(db, slug)
    } catch (error) {
      const named = (await listByCodes(db, [slug])).get(slug)
      if (asFailure(error)?.kind === 'absent' && named) return moved(organisationPath(named.slug))
      throw error
    }
    const merged = await findMergedInto(db, organisation.id)
    if (merged) return moved(organisationPath(merged.slug))
    const isCouncil = organisation.kind === 'council'
    return page({
      title: organisation.name,
      watch: `what ${organisation.name} publishes`,
      description: `${organisation.name}: what it has published, its codes, and councils like it.`,
      way: (
        <Breadcrumbs
          items={[
            isCouncil
              ? { label: 'Councils', href: '/councils' }
              : { label: 'Other organisations', href: '/organisations' },
            { label: organisation.name },
          ]}
        />
      ),
      content: <OrganisationPage {...(await loadOrganisation(context, organisation))} />,
    })
  },
)

export const routes = [councilsRoute, councilsFileRoute, otherBodiesRoute, organisationRoute]
