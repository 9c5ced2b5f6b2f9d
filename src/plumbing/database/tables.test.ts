import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot, root } from '#plumbing/root.ts'
import { tableFiles } from './table-types.ts'

test('every tables.ts is what the migrations say (else: npm run types)', async () => {
  const expected = await tableFiles()
  const found = globSync('src/**/tables.ts', { cwd: root }).map(path => [
    path,
    readFileSync(inRoot(path), 'utf8'),
  ])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
})
