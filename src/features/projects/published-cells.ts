import { z } from 'zod'
import { readBritishDate } from '#plumbing/british-dates.ts'
import { readPhase } from './pipeline-page.ts'
import type { Phase } from './project.ts'

/** A phase in any letter case, or null for an empty cell. */
export const phaseCell = z
  .string()
  .trim()
  .transform((text, context): Phase | null => {
    const read = text ? readPhase(text) : null
    if (read !== undefined) return read
    context.addIssue(`“${text}” is not one of idea, discovery, alpha, beta, live, retired`)
    return z.NEVER
  })

/** A date as people in Britain write it, with how exact it is; null for an empty cell. */
export const saidDateCell = z
  .string()
  .trim()
  .transform((text, context) => {
    const read = text ? readBritishDate(text) : null
    if (read !== undefined) return read
    context.addIssue(`“${text}” is not a date`)
    return z.NEVER
  })
export const dayCell = saidDateCell.transform(date => date?.date ?? null)
