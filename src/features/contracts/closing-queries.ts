import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** Contracts of an organisation that end within these days, 'YYYY-MM-DD', the first to end first; at most twenty. */
export const listEndingOf = (
  db: Db,
  organisationId: string,
  { from, until }: { from: string; until: string },
) =>
  db
    .selectFrom('contract')
    .leftJoin('organisation as supplier', 'supplier.id', 'supplier_id')
    .select(['contract.id', 'title', 'contract.ends_on', 'extends_to'])
    .select(sql<string | null>`coalesce(supplier.name, supplier_as_published)`.as('supplier'))
    .where('organisation_id', '=', organisationId)
    .where('contract.ends_on', '>=', from)
    .where('contract.ends_on', '<=', until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moderation_hold')
            .select('subject_id')
            .where('subject_kind', '=', 'contract')
            .whereRef('subject_id', '=', 'contract.id'),
        ),
      ),
    )
    .orderBy('contract.ends_on')
    .orderBy('contract.id')
    .limit(20)
    .execute()
