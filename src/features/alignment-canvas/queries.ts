import { type Collaboration, joined } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Answering, Answers, Said } from './answer.ts'
import { type Canvas, type CanvasPartner, isLarge, isShownTo, isSmall } from './canvas.ts'
import { isTopicName, type TopicName } from './topic.ts'

/** Who of a collaboration has said that they are done, whether or not they are in it still. */
export async function listDone(db: Db, collaborationId: string): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('canvas_completion')
    .select(['organisation_id', 'done_at'])
    .where('collaboration_id', '=', collaborationId)
    .execute()
  return new Map(rows.map(({ organisation_id, done_at }) => [organisation_id, done_at]))
}

/** The partners of a collaboration in the order of their names, each with when it was done. */
export async function listCanvasPartners(db: Db, collaboration: Collaboration): Promise<CanvasPartner[]> {
  const organisations = joined(collaboration).map(({ organisation }) => organisation)
  const done = await listDone(db, collaboration.id)
  const sizes = new Map(
    (
      await db
        .selectFrom('organisation')
        .select(['id', 'kind', 'tier', 'population'])
        .where(
          'id',
          'in',
          organisations.map(({ id }) => id),
        )
        .execute()
    ).map(size => [size.id, size]),
  )
  return organisations
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map(organisation => {
      const size = sizes.get(organisation.id)!
      return {
        organisation,
        done_at: done.get(organisation.id) ?? null,
        isSmall: isSmall(size),
        isLarge: isLarge(size),
      }
    })
}

/** What organisations say now in a collaboration, drafts as well: for themselves, or once they are done. */
export async function listAnswers(
  db: Db,
  collaborationId: string,
  organisationIds: string[],
): Promise<Map<string, Answers>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('canvas_answer')
    .distinctOn(['organisation_id', 'topic'])
    .select(['organisation_id', 'topic', 'said'])
    .where('collaboration_id', '=', collaborationId)
    .where('organisation_id', 'in', organisationIds)
    .orderBy('organisation_id')
    .orderBy('topic')
    .orderBy('version', 'desc')
    .execute()
  const byOrganisation = Map.groupBy(rows, ({ organisation_id }) => organisation_id)
  return new Map(
    [...byOrganisation].map(([id, own]) => [
      id,
      Object.fromEntries(
        own.flatMap(({ topic, said }) => (isTopicName(topic) ? [[topic, said as Said | null]] : [])),
      ),
    ]),
  )
}

/** What those say that are done, by name; whoever may see it. */
export async function listAnswering(
  db: Db,
  collaborationId: string,
  done: OrganisationName[],
): Promise<Answering[]> {
  const answers = await listAnswers(
    db,
    collaborationId,
    done.map(({ id }) => id),
  )
  return done.map(organisation => ({ organisation, answers: answers.get(organisation.id) ?? {} }))
}

/** The canvas for one of the partners: with what the others say only where that is shown to it. */
export async function findCanvas(
  db: Db,
  collaboration: Collaboration,
  organisationId: string,
): Promise<Canvas> {
  const partners = await listCanvasPartners(db, collaboration)
  const isShown = isShownTo(partners, organisationId)
  const own = await listAnswers(db, collaboration.id, [organisationId])
  const done = partners.flatMap(({ organisation, done_at }) => (done_at ? [organisation] : []))
  return {
    collaboration,
    organisation: partners.find(({ organisation }) => organisation.id === organisationId)!.organisation,
    partners,
    own: own.get(organisationId) ?? {},
    isDone: done.some(({ id }) => id === organisationId),
    isShown,
    answering: isShown ? await listAnswering(db, collaboration.id, done) : [],
  }
}

/** All that organisations said on a topic, the first version first: for those to whom it is shown. */
export async function listVersions(
  db: Db,
  {
    collaborationId,
    topic,
    organisationIds,
  }: { collaborationId: string; topic: TopicName; organisationIds: string[] },
) {
  if (organisationIds.length === 0) return []
  const rows = await db
    .selectFrom('canvas_answer')
    .select(['organisation_id', 'version', 'said', 'said_at'])
    .where('collaboration_id', '=', collaborationId)
    .where('topic', '=', topic)
    .where('organisation_id', 'in', organisationIds)
    .orderBy('organisation_id')
    .orderBy('version')
    .execute()
  return rows.map(row => ({ ...row, said: row.said as Said | null }))
}

export type AnswerVersion = Awaited<ReturnType<typeof listVersions>>[number]
