import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/support.ts'

describe('the reference file', () => {
  test('goes in row by row: each says what it was, from when, and how sure it is', async () => {
    const db = await testDatabase()
    const statements = await db.selectFrom('system_statement').selectAll().execute()
    expect(statements).toHaveLength(1652)
    expect(statements.every(({ source_as_of, confidence }) => source_as_of && confidence)).toBe(true)
    const states = await db.selectFrom('system').select('state').distinct().execute()
    expect(states).toEqual([{ state: 'unconfirmed' }])
  })
})
