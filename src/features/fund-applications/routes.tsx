import { findWorkAround } from '#features/related-work/index.ts'
import { anyone } from '#plumbing/actor.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeOf, sliceOf, stepsFrom } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { applicationKey, applicationQuery, facetsOf, isFiltered } from './application-list.ts'
import { listApplications, listFacetCounts } from './list-queries.ts'
import { findApplication } from './page-queries.ts'
import { ApplicationListPage } from './views/application-list-page.tsx'
import { ApplicationPage } from './views/application-page.tsx'

const bidsAtOnce = 25

const list = get(
  '/fund/applications',
  {
    access: anyone,
    query: applicationQuery,
    examples: ['/fund/applications', '/fund/applications?outcome=Not+funded+at+this+stage'],
  },
  async ({ db, site, query, url }) => {
    const place = placeOf(applicationKey, query)
    const [read, counts] = await Promise.all([
      listApplications(db, query, { place, limit: bidsAtOnce + 1 }),
      listFacetCounts(db, query),
    ])
    const slice = sliceOf(read, bidsAtOnce, place, ({ round_rank, id }) => [round_rank, id])
    return page({
      title: 'Bids to the Local Digital Fund',
      description:
        'What councils asked the Local Digital Fund for, and what became of it, refusals included.',
      canonical: '/fund/applications',
      content: (
        <ApplicationListPage
          count={counts.find(({ facet }) => facet === 'all')!.bids}
          applications={slice.rows}
          facets={facetsOf(counts, query)}
          isFiltered={isFiltered(query)}
          lists={site.slot('workLists')}
          hrefs={stepsFrom(url, slice)}
        />
      ),
    })
  },
)

const detail = get(
  '/fund/applications/:slug',
  {
    access: anyone,
    params: slugParams,
    examples: [
      '/fund/applications/supporting-households-at-risk-of-homelessness',
      '/fund/applications/expression-of-interest-about-pipeline',
    ],
  },
  async ({ db, params }) => {
    const application = await findApplication(db, params.slug)
    const { related, services } = await findWorkAround(db, application.id)
    return page({
      title: application.title,
      description: application.problem_summary ?? undefined,
      way: (
        <Breadcrumbs
          items={[
            { label: 'Check', href: '/' },
            { label: 'Bids to the Local Digital Fund', href: '/fund/applications' },
          ]}
        />
      ),
      content: <ApplicationPage application={application} related={related} services={services} />,
    })
  },
)

export const routes: Route[] = [list, detail]
