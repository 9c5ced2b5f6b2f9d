import { Readable } from 'node:stream'
import { anyone } from '#plumbing/actor.ts'
import type { Config } from '#plumbing/config.ts'
import { failure } from '#plumbing/failures.ts'
import { download, page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { packagePath, projectPackagePath } from './paths.ts'
import { releasePackage } from './release-package-queries.ts'
import { findPlannedId, listPlannedIds } from './release-queries.ts'
import { OcdsPage } from './views/ocds-page.tsx'

const access = anyone
const type = 'application/json; charset=utf-8'

const settingsOf = (config: Config, path: string) => ({
  prefix: config.OCDS_PREFIX,
  baseUrl: config.BASE_URL,
  publisher: config.CONTROLLER ?? 'Pipeline',
  path,
})

export const routes: Route[] = [
  get('/ocds', { access, examples: ['/ocds'] }, async ({ db, config }) => {
    const ids = await listPlannedIds(db)
    return page({
      title: 'Planned projects for procurement systems',
      description:
        'Planned projects as releases of the Open Contracting Data Standard, and how they are made.',
      way: (
        <Breadcrumbs items={[{ label: 'Data, sources and licences', href: '/data' }, { label: 'OCDS' }]} />
      ),
      content: <OcdsPage count={ids.length} prefix={config.OCDS_PREFIX} />,
    })
  }),

  get(packagePath, { access, perMinute: 30 }, async ({ db, config }) => {
    const ids = await listPlannedIds(db)
    // A release package without a release is none by the standard.
    if (ids.length === 0) throw failure('absent', 'No project is planned here just now.')
    return download({
      type,
      filename: 'pipeline-planned-projects.json',
      body: Readable.from(releasePackage(db, ids, settingsOf(config, packagePath))),
    })
  }),

  get(
    '/projects/:slug/ocds.json',
    { access, params: slugParams },
    async ({ db, config, params: { slug } }) => {
      const id = await findPlannedId(db, slug)
      if (!id) throw failure('absent', '')
      const settings = settingsOf(config, projectPackagePath(slug))
      return download({
        type,
        filename: `${slug}-ocds.json`,
        body: Readable.from(releasePackage(db, [id], settings)),
      })
    },
  ),
]
