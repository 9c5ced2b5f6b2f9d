import type { Db } from '#plumbing/database/database.ts'
import type { OrganisationMove } from './moves.ts'
import { deleteNames, insertNames, listNamesOf, type StoredName } from './stored-names.ts'

/** What the body is called, and the codes it is known by, lead to the other from now on. */
export const movedNames: OrganisationMove = {
  part: 'names',
  label: { one: 'name', many: 'names' },
  count: async (db, organisationId) => (await listNamesOf(db, organisationId)).length,
  move: async (trx, _moving, fromId, toId) => {
    const names = await listNamesOf(trx, fromId)
    const there = new Set((await listNamesOf(trx, toId)).map(({ name }) => name))
    await deleteNames(trx, fromId, names)
    const fresh = [...new Map(names.map(name => [name.name, name])).values()].filter(
      ({ name }) => !there.has(name),
    )
    await insertNames(
      trx,
      toId,
      fresh.map(name => ({ ...name, kind: 'other' as const, position: 0 })),
    )
    return names.map(name => JSON.stringify({ ...name, isFresh: fresh.includes(name) }))
  },
  moveBack: async (trx, _moving, moved, fromId, toId) => {
    const names = moved.map(text => JSON.parse(text) as StoredName & { isFresh: boolean })
    await deleteNames(
      trx,
      toId,
      names.filter(({ isFresh }) => isFresh).map(name => ({ ...name, kind: 'other' as const })),
    )
    await insertNames(
      trx,
      fromId,
      names.map(({ isFresh: _, ...name }) => name),
    )
  },
}

export const movedIdentifiers: OrganisationMove = {
  part: 'identifiers',
  label: { one: 'identifier', many: 'identifiers' },
  count: async (db, organisationId) => (await listRows(db, organisationId)).length,
  move: async (trx, _moving, fromId, toId) => {
    const rows = await listRows(trx, fromId)
    if (rows.length === 0) return []
    await trx.deleteFrom('organisation_identifier').where('organisation_id', '=', fromId).execute()
    const inserted = await trx
      .insertInto('organisation_identifier')
      .values(rows.map(row => ({ ...row, organisation_id: toId })))
      .onConflict(conflict => conflict.doNothing())
      .returning(['scheme', 'value'])
      .execute()
    const isFresh = (row: (typeof rows)[number]) =>
      inserted.some(({ scheme, value }) => scheme === row.scheme && value === row.value)
    return rows.map(row => JSON.stringify({ ...row, isFresh: isFresh(row) }))
  },
  moveBack: async (trx, _moving, moved, fromId, toId) => {
    const rows = moved.map(text => JSON.parse(text) as { scheme: string; value: string; isFresh: boolean })
    for (const { scheme, value } of rows.filter(({ isFresh }) => isFresh))
      await trx
        .deleteFrom('organisation_identifier')
        .where('organisation_id', '=', toId)
        .where('scheme', '=', scheme)
        .where('value', '=', value)
        .execute()
    if (rows.length > 0)
      await trx
        .insertInto('organisation_identifier')
        .values(rows.map(({ scheme, value }) => ({ organisation_id: fromId, scheme, value })))
        .onConflict(conflict => conflict.doNothing())
        .execute()
  },
}

const listRows = (db: Db, organisationId: string) =>
  db
    .selectFrom('organisation_identifier')
    .select(['scheme', 'value'])
    .where('organisation_id', '=', organisationId)
    .orderBy('scheme')
    .orderBy('value')
    .execute()
