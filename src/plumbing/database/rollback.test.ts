import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db, OpenDatabase } from './database.ts'
import { engines } from './engines.ts'
import { rolledBack } from './rollback.ts'

describe.each(engines)('a rolled-back test on the $name engine', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open(2)
    await sql`create table noted (n int primary key)`.execute(database.db)
  })
  afterAll(() => database.close())

  const note = (db: Db, n: number) => sql`insert into noted values (${n})`.execute(db)
  const noted = async (db: Db) =>
    (await sql<{ n: number }>`select n from noted order by n`.execute(db)).rows.map(row => row.n)

  test('sees its own commits, and leaves nothing', async () => {
    const { db, undo } = await rolledBack(database.pool)
    await note(db, 1)
    await db.transaction().execute(trx => note(trx, 2))
    expect(await noted(db)).toEqual([1, 2])
    await undo()
    expect(await noted(database.db)).toEqual([])
  })

  test('keeps what was there when a transaction in it fails', async () => {
    const { db, undo } = await rolledBack(database.pool)
    await note(db, 1)
    const failing = db.transaction().execute(async trx => {
      await note(trx, 2)
      await note(trx, 1)
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    await expect(note(db, 1)).rejects.toMatchObject({ code: '23505' })
    expect(await noted(db)).toEqual([1])
    await undo()
  })

  test('lets those who ask at once take turns, a whole transaction each', async () => {
    const { db, undo } = await rolledBack(database.pool)
    const seen = await Promise.all(
      [1, 2, 3].map(n =>
        db.transaction().execute(async trx => {
          const before = (await noted(trx)).length
          await note(trx, n)
          return (await noted(trx)).length - before
        }),
      ),
    )
    expect(seen).toEqual([1, 1, 1])
    await undo()
  })

  test('undoes a transaction that was abandoned half-way', async () => {
    const { db, pool, undo } = await rolledBack(database.pool)
    const client = await pool.connect()
    await client.query('begin', [])
    await client.query('insert into noted values ($1)', [9])
    client.release()
    expect(await noted(db)).toEqual([])
    await undo()
  })

  test('ends after those who are at work, and refuses those who come later', async () => {
    const { db, pool, undo } = await rolledBack(database.pool)
    const atWork = await pool.connect()
    const undone = undo()
    await atWork.query('insert into noted values ($1)', [7])
    atWork.release()
    await undone
    await expect(noted(db)).rejects.toThrow('is over')
  })
})
