import { Readable } from 'node:stream'
import { z } from 'zod'
import { anyone } from '#plumbing/actor.ts'
import { dataPackage, exportAsCsv, exportAsJson } from '#plumbing/export.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { download, page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { sitemapXml } from './sitemap-xml.ts'
import { DataPage } from './views/data-page.tsx'

const access = anyone
const perMinute = 30
const fileShape = z.object({ file: z.string().regex(/^[a-z-]+\.(csv|json)$/) })

/** Where the files that ship come from, each source once with what it brings. */
function sourcesOf(site: Site) {
  const describes = new Map(site.slot('imports').map(format => [format.format, format.describes]))
  const seeds = Map.groupBy(site.slot('seeds'), ({ source }) => `${source.name} ${source.asOf}`)
  return [...seeds.values()].map(of => ({
    ...of[0]!.source,
    brings: of.map(({ format }) => describes.get(format) ?? format),
  }))
}

export const routes: Route[] = [
  get('/data', { access, examples: ['/data'] }, async ({ site }) =>
    page({
      title: 'Data, sources and licences',
      description: 'Everything public in Pipeline as tables to download, and where it comes from.',
      content: (
        <DataPage
          tables={site.slot('exports')}
          further={site.slot('furtherData')}
          sources={sourcesOf(site)}
        />
      ),
    }),
  ),

  get(
    '/data/datapackage.json',
    { access, examples: ['/data/datapackage.json'] },
    async ({ site, config, clock }) => {
      const resources = site.slot('exports').map(({ name, describes: description, fields }) => ({
        name,
        description,
        fields,
        path: `${config.BASE_URL}/data/${name}.csv`,
      }))
      const description = dataPackage(resources, { homepage: config.BASE_URL, created: clock.now() })
      return download({ type: 'application/json; charset=utf-8', body: JSON.stringify(description, null, 2) })
    },
  ),

  get(
    '/data/:file',
    { access, perMinute, params: fileShape, examples: ['/data/projects.csv', '/data/projects.json'] },
    async ({ site, db, params: { file } }) => {
      const [name, format] = file.split('.')
      const table = site.slot('exports').find(known => known.name === name)
      if (!table) throw failure('absent', '')
      const isCsv = format === 'csv'
      return download({
        type: isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        filename: `pipeline-${file}`,
        body: Readable.from(isCsv ? exportAsCsv(db, table) : exportAsJson(db, table)),
      })
    },
  ),

  get('/sitemap.xml', { access, perMinute, examples: ['/sitemap.xml'] }, async ({ site, db, config }) => {
    const lists = await Promise.all(site.slot('sitemap').map(({ list }) => list(db)))
    return download({
      type: 'application/xml; charset=utf-8',
      body: sitemapXml(lists.flat(), config.BASE_URL),
    })
  }),
]
