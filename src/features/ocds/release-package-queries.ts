import { listWholeProjects } from '#features/projects/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { licence } from '#plumbing/export.ts'
import { type PlanningRelease, planningRelease, type ReleaseSettings } from './planning-release.ts'
import { listOrgIds, listReleaseFacts } from './release-queries.ts'

const projectsAtOnce = 500

/** The releases of these projects, of those that everyone may see. */
export async function listReleases(
  db: Db,
  ids: string[],
  settings: ReleaseSettings,
): Promise<PlanningRelease[]> {
  const projects = new Map((await listWholeProjects(db, ids)).map(project => [project.id, project]))
  const facts = await listReleaseFacts(db, [...projects.keys()])
  const orgIds = await listOrgIds(
    db,
    [...projects.values()].flatMap(({ organisation_id, partners }) =>
      [organisation_id, ...partners.map(partner => partner.organisation_id)].flatMap(id => id ?? []),
    ),
  )
  return ids.flatMap(id => {
    const project = projects.get(id)
    return project ? [planningRelease(project, facts.get(id)!, orgIds, settings)] : []
  })
}

export type PackageSettings = ReleaseSettings & {
  /** Its own path. */
  path: string
  /** Who runs the site. */
  publisher: string
}

/** A release package, piece by piece: the date of the last change comes last, when all have been read. */
export async function* releasePackage(
  db: Db,
  ids: string[],
  settings: PackageSettings,
): AsyncGenerator<string> {
  const { path, publisher, baseUrl } = settings
  const about = {
    uri: baseUrl + path,
    version: '1.1',
    publisher: { name: publisher, uri: baseUrl },
    license: licence.path,
    publicationPolicy: `${baseUrl}/ocds`,
  }
  yield `${JSON.stringify(about).slice(0, -1)},"releases":[`
  let [last, separator] = ['', '\n']
  for (let start = 0; start < ids.length; start += projectsAtOnce)
    for (const release of await listReleases(db, ids.slice(start, start + projectsAtOnce), settings)) {
      if (release.date > last) last = release.date
      yield `${separator}${JSON.stringify(release)}`
      separator = ',\n'
    }
  yield `\n],"publishedDate":${JSON.stringify(last)}}\n`
}
