import { z } from 'zod'
import { barList, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFile } from '#plumbing/import-file.ts'
import { wrongWith } from './synonym-ring.ts'

/** The rings that ship. */
export const ringsFile = 'data/content/synonym-rings.csv'

const row = z.object({
  ring: requiredText,
  words: barList.superRefine((words, context) => {
    const wrong = wrongWith(words)
    if (wrong) context.addIssue({ code: 'custom', message: wrong })
  }),
})

export type RingRow = z.output<typeof row>

export const readRings = (file: ImportFile) => readCsv(file, row, ['ring', 'words'])
