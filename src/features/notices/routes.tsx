import { findWorkAround } from '#features/related-work/index.ts'
import { anyone } from '#plumbing/actor.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeOf, sliceOf, stepsFrom } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { listFacetCounts, listNotices } from './list-queries.ts'
import { facetsOf, isFiltered, noticeKey, noticeQuery } from './notice-list.ts'
import { findNotice } from './page-queries.ts'
import { NoticeListPage } from './views/notice-list-page.tsx'
import { NoticePage } from './views/notice-page.tsx'

const noticesAtOnce = 25

const list = get(
  '/notices',
  { access: anyone, query: noticeQuery, examples: ['/notices', '/notices?status=awarded'] },
  async ({ db, site, query, url }) => {
    const place = placeOf(noticeKey, query)
    const [read, counts] = await Promise.all([
      listNotices(db, query, { place, limit: noticesAtOnce + 1 }),
      listFacetCounts(db, query),
    ])
    const slice = sliceOf(read, noticesAtOnce, place, ({ published_on, id }) => [published_on, id])
    return page({
      title: 'Procurement notices',
      description: 'What councils sought from suppliers of digital work, who won it and for how much.',
      canonical: '/notices',
      content: (
        <NoticeListPage
          count={counts.find(({ facet }) => facet === 'all')!.notices}
          notices={slice.rows}
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
  '/notices/:slug',
  {
    access: anyone,
    params: slugParams,
    examples: ['/notices/barbican-drupal-8-cms-project'],
  },
  async ({ db, params }) => {
    const notice = await findNotice(db, params.slug)
    const { related, services } = await findWorkAround(db, notice.id)
    return page({
      title: notice.title,
      description: `Procurement notice of ${notice.buyer.name}.`,
      way: (
        <Breadcrumbs
          items={[
            { label: 'Check', href: '/' },
            { label: 'Procurement notices', href: '/notices' },
          ]}
        />
      ),
      content: <NoticePage notice={notice} related={related} services={services} />,
    })
  },
)

export const routes: Route[] = [list, detail]
