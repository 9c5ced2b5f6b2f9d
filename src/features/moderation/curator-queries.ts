import type { Db } from '#plumbing/database/database.ts'

/** Those who decide, to write to them. */
export async function listCurators(db: Db): Promise<{ id: string; email: string }[]> {
  const rows = await db
    .selectFrom('person_duty')
    .innerJoin('person', 'person.id', 'person_duty.person_id')
    .select(['person.id', 'person.email'])
    .where('person_duty.duty', '=', 'curator')
    .where('person.suspended_at', 'is', null)
    .orderBy('person.id')
    .execute()
  return rows.flatMap(({ id, email }) => (email === null ? [] : [{ id, email }]))
}
