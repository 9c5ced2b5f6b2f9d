import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { findProject, mayRead } from '#features/projects/index.ts'
import { anyone } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeFields, placeOf, sliceOf, stepsFrom } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { differencesIn } from './history.ts'
import { listServicesIn, listVersions } from './history-queries.ts'
import { projectPath } from './plan.ts'
import { HistoryPage } from './views/history-page.tsx'

const versionsAtOnce = 20
const versionKey = z.tuple([z.number().int().max(1_000_000)])

const history = get(
  '/projects/:slug/history',
  {
    access: anyone,
    params: slugParams,
    query: z.object(placeFields),
    examples: ['/projects/visualising-failure-in-waste-services/history'],
  },
  async ({ db, actor, params, query, url }) => {
    const project = await findProject(db, params.slug)
    if (!mayRead(actor, project)) throw failure('absent', '')
    const place = placeOf(versionKey, query)
    const read = await listVersions(db, project.id, place, versionsAtOnce + 1)
    const slice = sliceOf(read, versionsAtOnce, place, ({ number }) => [number])
    const services = await listServicesIn(db, slice.rows)
    const people = await listPeople(
      db,
      slice.rows.flatMap(({ person_id }) => person_id ?? []),
    )
    return page({
      title: `History: ${project.title}`,
      unlisted: project.hidden !== null || !project.is_listed,
      way: <BackLink href={projectPath(project.slug)}>Back to the project</BackLink>,
      content: (
        <HistoryPage
          title={project.title}
          isWritten={project.is_written}
          entries={slice.rows.map(version => ({
            version,
            officer: people.get(version.person_id ?? ''),
            differences: differencesIn(version, services),
          }))}
          hrefs={stepsFrom(url, slice)}
        />
      ),
    })
  },
)

export const routes: Route[] = [history]
