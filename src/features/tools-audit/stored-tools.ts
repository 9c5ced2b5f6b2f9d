import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { freeSlug, slugOf } from '#plumbing/slug.ts'
import type { ToolAnswerTable, ToolFactTable, ToolReviewTable, ToolTable } from './tables.ts'
import type { Matter } from './tool.ts'

/** Parts of addresses that are pages of their own. */
const reserved = ['new', 'together']

/** An address for each name that no tool has. */
export async function freeToolSlugs(trx: Db, names: string[]): Promise<string[]> {
  const rows = await trx.selectFrom('tool').select('slug').execute()
  const taken = new Set([...reserved, ...rows.map(({ slug }) => slug)])
  return names.map(name => {
    const slug = freeSlug(slugOf(name), each => taken.has(each))
    taken.add(slug)
    return slug
  })
}

export const insertTools = (trx: Db, rows: Insertable<ToolTable>[]) =>
  trx.insertInto('tool').values(rows).execute()

export const updateTool = (trx: Db, id: string, said: { name: string; purposes: string[] }) =>
  trx.updateTable('tool').set(said).where('id', '=', id).execute()

/** A tool with its row locked until the transaction ends; undefined when there is none. */
export const lockTool = (trx: Db, slug: string) =>
  trx.selectFrom('tool').selectAll().where('slug', '=', slug).forUpdate().executeTakeFirst()

export type NewFact = { toolId: string; matter: Matter; says: string | null }
type Written = Pick<ToolFactTable, 'source_name' | 'source_url' | 'source_as_of' | 'person_id' | 'said_at'>

/** Says these facts from one source. */
export async function insertFacts(trx: Db, facts: NewFact[], written: Written): Promise<void> {
  if (facts.length === 0) return
  await trx
    .insertInto('tool_fact')
    .values(
      facts.map(({ toolId, matter, says }) => ({ id: newId(), tool_id: toolId, matter, says, ...written })),
    )
    .execute()
}

export const insertReview = (trx: Db, row: Insertable<ToolReviewTable>) =>
  trx.insertInto('tool_review').values(row).execute()

/** Takes a review back; false when it is already. */
export async function markReviewWithdrawn(trx: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('tool_review')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Puts these answers of an organisation in place of what it said of the same tools; null takes an answer back. */
export async function replaceAnswers(
  trx: Db,
  organisationId: string,
  said: Map<string, ToolAnswerTable['answer'] | null>,
  { personId, today }: { personId: string; today: string },
): Promise<void> {
  if (said.size === 0) return
  await trx
    .deleteFrom('tool_answer')
    .where('organisation_id', '=', organisationId)
    .where('tool_id', 'in', [...said.keys()])
    .execute()
  const rows = [...said].flatMap(([toolId, answer]) =>
    answer === null
      ? []
      : [
          {
            organisation_id: organisationId,
            tool_id: toolId,
            answer,
            said_on: today,
            person_id: personId,
          },
        ],
  )
  if (rows.length > 0) await trx.insertInto('tool_answer').values(rows).execute()
}
