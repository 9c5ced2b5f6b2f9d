import type { Site } from '#plumbing/feature.ts'
import { jobKinds } from '#plumbing/jobs.ts'
import { isTest, type SourceFile } from './imports.ts'

const routeNames = (site: Site) =>
  site.slot('routes').map(route => ({ route, name: `${route.method} ${route.path}` }))

/** Routes that do not say who may use them. */
export const routesWithoutAccess = (site: Site): string[] =>
  routeNames(site)
    .filter(({ route }) => typeof route.access?.allows !== 'function' || !route.access.name)
    .map(({ name }) => name)

/** Routes that another one hides. */
export const routesTwice = (site: Site): string[] =>
  routeNames(site)
    .map(({ name }) => name)
    .filter((name, at, all) => all.indexOf(name) !== at)

/** Kinds of activity that a feature declares in its types and no manifest lists. */
export function unlistedActivities(site: Site, files: SourceFile[]): string[] {
  const listed = new Set<string>(site.slot('activities'))
  return files
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/interface ActivityKinds \{([\s\S]*?)\n {2}\}/g)].flatMap(([, body]) =>
        [...body!.matchAll(/^ {4}'([a-z-]+\.[a-z-]+)':/gm)]
          .filter(([, kind]) => !listed.has(kind!))
          .map(([, kind]) => `${path} declares ${kind}, which no manifest lists`),
      ),
    )
}

/** Kinds of activity after which nothing happens, though nobody said that the record is all. */
export const activitiesWithoutReaction = (site: Site, recordOnly: string[]): string[] =>
  site
    .slot('activities')
    .filter(
      kind => !recordOnly.includes(kind) && !site.slot('reactions').some(reaction => reaction.to(kind, site)),
    )

/** Queues that code puts jobs into and no worker takes them out of. */
export function queuesWithoutWorker(site: Site, files: SourceFile[]): string[] {
  const queues = new Set(jobKinds(site).map(({ queue }) => queue))
  return files
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\benqueue\(\s*\w+,\s*[\w.]+,\s*'([^']+)'/g)]
        .filter(([, queue]) => !queues.has(queue!))
        .map(([, queue]) => `${path} enqueues ${queue}`),
    )
}
