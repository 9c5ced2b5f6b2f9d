import { listOrganisationsById } from '#features/organisations/index.ts'
import { anyone } from '#plumbing/actor.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { isUsual, partnerQuery } from './partner-query.ts'
import { findPartners } from './queries.ts'
import { findSubject, type SubjectKind } from './subjects.ts'
import { PartnersPage } from './views/partners-page.tsx'

const partnersOf = (kind: SubjectKind, examples: string[]): Route =>
  get(
    `/${kind}/:slug/partners`,
    { access: anyone, params: slugParams, query: partnerQuery, perMinute: 60, examples },
    async ({ db, site, clock, actor, params, query }) => {
      const subject = await findSubject[kind](db, actor, params.slug)
      const { search, except, title, path, parent } = subject
      const found = await findPartners({ db, site, clock, actor }, search, except, query)
      const asker = search.askerId
        ? (await listOrganisationsById(db, [search.askerId])).get(search.askerId)
        : undefined
      return page({
        title: subject.asks ?? `Who could join: ${title}`,
        description: `Organisations that could work with others on this, and why: ${title}.`,
        canonical: `${path}/partners`,
        unlisted: !subject.isPublic || !isUsual(query) || query.most !== 20,
        way: <Breadcrumbs items={[{ label: 'Check', href: '/' }, parent, { label: title, href: path }]} />,
        content: <PartnersPage subject={subject} asker={asker} found={found} query={query} />,
      })
    },
  )

export const routes: Route[] = [
  partnersOf('problems', []),
  partnersOf('projects', ['/projects/visualising-failure-in-waste-services/partners']),
  partnersOf('organisations', ['/organisations/leeds-city-council/partners', '/organisations/dxw/partners']),
]
