import { listWorkContexts } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { listMatched, type Project } from './page-queries.ts'
import { stateWords } from './project.ts'
import { metaOf, summaryOf, textsOf } from './searchable.ts'
import { sayState } from './views/project-words.ts'
import { takesPart } from './written-project.ts'

const isAhead = ({ state }: Project) => state === 'planned' || state === 'live'

async function rowsOf(db: Db, projects: Project[]) {
  const contexts = await listWorkContexts(
    db,
    projects.map(({ id }) => id),
  )
  return projects.map(project => {
    const { services, sentences, same } = contexts.get(project.id)!
    const { organisation, organisation_id, organisation_type, funding, sources } = project
    const notes = funding.flatMap(({ note }) => note ?? [])
    const slug = organisation?.slug
    const source = sources[0]!
    return {
      id: project.id,
      url: `/projects/${project.slug}`,
      title: project.title,
      organisation:
        organisation_id && slug
          ? { id: organisation_id, name: organisation!.name, slug, type: organisation_type ?? undefined }
          : undefined,
      with: project.partners
        .filter(takesPart)
        .map(({ organisation_id, name }) => ({ id: organisation_id, name })),
      meta: [
        ...metaOf(project).filter(item => item !== stateWords[project.state].toLowerCase()),
        ...(isAhead(project) && project.partners_welcome_until
          ? [`partners welcome until ${formatDate(project.partners_welcome_until)}`]
          : []),
      ],
      outcome: project.state === 'stopped' ? sayState(project) : stateWords[project.state],
      text: summaryOf(project),
      ownWords: [project.title, ...textsOf(project)],
      editorsNotes: [...notes, ...sentences],
      services,
      same,
      source: { name: source.name, url: source.url ?? undefined, asOf: source.as_of },
      follow: funding.length > 0 && source.url ? [{ label: 'See what was published', href: source.url }] : [],
    }
  })
}

/** What is planned or under way. */
export const live: Slots['check'] = {
  group: 'live',
  kind: 'project',
  rows: async (db, ids) => rowsOf(db, (await listMatched(db, ids)).filter(isAhead)),
}

/** What is over. */
export const finished: Slots['check'] = {
  group: 'finished',
  kind: 'project',
  rows: async (db, ids) =>
    rowsOf(
      db,
      (await listMatched(db, ids)).filter(project => !isAhead(project)),
    ),
}
