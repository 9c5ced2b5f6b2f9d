import { loadFreshness } from '#features/freshness/index.ts'
import { NotShownPage } from '#features/moderation/index.ts'
import { anyone, isMemberOf } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeOf, sliceOf, stepsFrom } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { assetsPath, isFindable, maySeeAsset } from './asset.ts'
import { type AssetQuery, assetKey, assetQuery, facetsOf } from './asset-list.ts'
import { listFigures } from './figure-queries.ts'
import { listAssets, listFacetCounts } from './list-queries.ts'
import { showOrigins } from './origin-queries.ts'
import { findAsset, listOrigins } from './queries.ts'
import { AssetListPage } from './views/asset-list-page.tsx'
import { AssetPage } from './views/asset-page.tsx'

const assetsAtOnce = 25

/** The facet that other features give, and the assets that fit what is chosen in it. */
async function useFacet(db: Db, site: Site, { use }: AssetQuery) {
  const [facet] = site.slot('assetFacet')
  if (!facet) return {}
  const values = await Promise.all(
    facet.values.map(async ({ value, label, list }) => ({ value, label, ids: await list(db) })),
  )
  const chosen = values.filter(({ value }) => use.includes(value))
  return {
    among: chosen.length > 0 ? [...new Set(chosen.flatMap(({ ids }) => ids))] : undefined,
    facet: {
      name: facet.name,
      title: facet.title,
      values: values
        .map(({ value, label, ids }) => ({ value, label, count: ids.length, isChosen: use.includes(value) }))
        .filter(({ count, isChosen }) => count > 0 || isChosen),
    },
  }
}

const list = get(
  assetsPath,
  {
    access: anyone,
    query: assetQuery,
    examples: [assetsPath, `${assetsPath}?kind=code&area=17&licence=MIT&use=live`],
  },
  async ({ db, site, query, url }) => {
    const { among, facet } = await useFacet(db, site, query)
    const filters = { kind: query.kind, area: query.area, licence: query.licence, among }
    const place = placeOf(assetKey, query)
    const read = await listAssets(db, filters, { place, limit: assetsAtOnce + 1 })
    const counts = await listFacetCounts(db, filters)
    const slice = sliceOf(read, assetsAtOnce, place, ({ published_at, id }) => [
      published_at.toISOString(),
      id,
    ])
    const figures = await listFigures(
      db,
      site,
      slice.rows.map(({ id }) => id),
    )
    return page({
      title: 'Things to reuse',
      description: 'Code, research, patterns and more that public bodies made and let others have.',
      canonical: assetsPath,
      content: (
        <AssetListPage
          count={counts.find(({ facet }) => facet === 'all')?.assets ?? 0}
          assets={slice.rows.map(asset => ({ ...asset, figures: figures.get(asset.id) ?? [] }))}
          facets={[...facetsOf(counts, filters), ...(facet ? [facet] : [])]}
          isFiltered={[query.kind, query.area, query.licence, query.use].some(({ length }) => length > 0)}
          hrefs={stepsFrom(url, slice)}
        />
      ),
    })
  },
)

const detail = get(
  `${assetsPath}/:slug`,
  { access: anyone, params: slugParams },
  async ({ db, site, clock, actor, params }) => {
    const asset = await findAsset(db, params.slug)
    const way = (
      <Breadcrumbs
        items={[
          { label: 'Check', href: '/' },
          { label: 'Things to reuse', href: assetsPath },
        ]}
      />
    )
    if (!maySeeAsset(actor, asset)) {
      if (asset.hidden?.state !== 'withheld') throw failure('absent', '')
      return page({
        title: 'This is not shown',
        unlisted: true,
        way,
        content: <NotShownPage what="This" hidden={asset.hidden} />,
      })
    }
    const { notice, forMembers, isOut } = await loadFreshness(db, actor, { kind: 'asset', id: asset.id })
    const panels = await Promise.all(
      site
        .slot('assetPanels')
        .toSorted((a, b) => a.order - b.order)
        .map(({ load }) => load(db, { asset, actor, clock })),
    )
    return page({
      title: asset.title,
      description: asset.purpose.slice(0, 200),
      unlisted: !isFindable(asset),
      watch: isFindable(asset) && !isOut ? 'what becomes of this' : undefined,
      way,
      content: (
        <AssetPage
          asset={asset}
          origins={await showOrigins(db, actor, await listOrigins(db, asset.id))}
          notice={notice}
          forMembers={forMembers}
          panels={panels.filter(panel => panel !== null)}
          isOwn={isMemberOf(actor, asset.organisation.id)}
        />
      ),
    })
  },
)

export const routes: Route[] = [list, detail]
