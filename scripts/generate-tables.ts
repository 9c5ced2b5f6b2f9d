import { writeFileSync } from 'node:fs'
import { tableFiles } from '#plumbing/database/table-types.ts'
import { inRoot } from '#plumbing/root.ts'

for (const [path, text] of await tableFiles()) writeFileSync(inRoot(path), text)
