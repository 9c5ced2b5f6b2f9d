import type { Db } from '#plumbing/database/database.ts'

/** What a person said of tools, for an organisation or as a curator. */
export async function listWrittenBy(db: Db, personId: string) {
  const facts = await db
    .selectFrom('tool_fact')
    .innerJoin('tool', 'tool.id', 'tool_fact.tool_id')
    .select(['tool.name as tool', 'matter', 'says', 'source_name', 'said_at'])
    .where('person_id', '=', personId)
    .orderBy('tool_fact.id')
    .execute()
  const reviews = await db
    .selectFrom('tool_review')
    .innerJoin('tool', 'tool.id', 'tool_review.tool_id')
    .select(['tool.name as tool', 'version', 'reviewed_on', 'rating', 'found', 'written_at'])
    .where('person_id', '=', personId)
    .orderBy('tool_review.id')
    .execute()
  const answers = await db
    .selectFrom('tool_answer')
    .innerJoin('tool', 'tool.id', 'tool_answer.tool_id')
    .innerJoin('organisation', 'organisation.id', 'tool_answer.organisation_id')
    .select(['organisation.name as organisation', 'tool.name as tool', 'answer', 'said_on'])
    .where('person_id', '=', personId)
    .orderBy('tool.id')
    .execute()
  return [...facts, ...reviews, ...answers]
}

/** What was said stays, without who said it. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  for (const table of ['tool_fact', 'tool_review', 'tool_answer'] as const)
    await trx.updateTable(table).set({ person_id: null }).where('person_id', '=', personId).execute()
}
