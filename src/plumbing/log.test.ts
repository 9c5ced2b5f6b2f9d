import pino from 'pino'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/support.ts'
import { newId } from './id.ts'
import { createLog } from './log.ts'

async function logOfRefusedRow(logTo: (destination: { write(line: string): void }) => pino.Logger) {
  const db = await testDatabase()
  let text = ''
  const log = logTo({ write: line => (text += line) })
  const row = { email: 'zebedee@council.example', created_at: new Date() }
  await db
    .insertInto('person')
    .values([
      { id: newId(), ...row },
      { id: newId(), ...row },
    ])
    .execute()
    .catch(err => log.error({ err }, 'request failed'))
  return text
}

test('a row that the database refuses is logged without what stood in it', async () => {
  const text = await logOfRefusedRow(destination => createLog('info', destination))
  expect(text).toContain('duplicate key value')
  expect(text).toContain('log.test.ts')
  expect(text).not.toContain('zebedee')
})

test('control: without that care it would be in the log', async () => {
  expect(await logOfRefusedRow(destination => pino({}, destination))).toContain('zebedee')
})
