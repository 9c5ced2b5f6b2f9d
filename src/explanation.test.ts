import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#plumbing/database/database.ts'
import { lockFolder } from '#plumbing/database/embedded-lock.ts'
import { explanationOf } from './explanation.ts'

test('that the embedded database is in use is said in a line, for every command that opens it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const unlock = await lockFolder(folder)
  onTestFinished(unlock)
  const refusal = await openDatabase({ dataDir: folder }).catch(explanationOf)
  expect(refusal).toBe(
    `${folder} is in use by process ${process.pid}. The embedded database serves one process at a time: stop that one first.`,
  )
})

test('a defect shows where it is', () => {
  expect(explanationOf(new TypeError('x is not a function'))).toMatch(/^TypeError: x.*\n +at .*explanation/)
})
