import type { Site } from '#plumbing/feature.ts'
import { jobKinds, type Reaction } from '#plumbing/jobs.ts'
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

// The search hears of everything, but does something only where the subject can be found.
const hearsAll = (reaction: Reaction, site: Site) => reaction.to('nothing.like-it', site)

/** Whether something comes after a kind of activity. `recordedOn` says where it is recorded on something else. */
function isFollowed(site: Site, kind: string, recordedOn: Record<string, string>) {
  const findable = new Set(site.slot('searchable').map(({ kind }) => kind))
  const thing = kind.split('.')[0]!
  return site
    .slot('reactions')
    .some(
      reaction =>
        reaction.to(kind, site) && (!hearsAll(reaction, site) || findable.has(recordedOn[thing] ?? thing)),
    )
}

/** Kinds of activity after which nothing happens, though no manifest says that the record is all. */
export const activitiesWithoutReaction = (site: Site, recordedOn: Record<string, string> = {}): string[] =>
  site
    .slot('activities')
    .filter(kind => !site.slot('recordsOnly').includes(kind) && !isFollowed(site, kind, recordedOn))

/** Kinds that a manifest calls a record only, though they are no activity or something follows from them. */
export const recordsWithReaction = (site: Site, recordedOn: Record<string, string> = {}): string[] =>
  site
    .slot('recordsOnly')
    .filter(kind => !site.slot('activities').includes(kind) || isFollowed(site, kind, recordedOn))

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
