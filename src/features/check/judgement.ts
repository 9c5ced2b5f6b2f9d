import { z } from 'zod'
import { typedShape } from './check-form.ts'

export const sayings = ['same', 'not-the-same'] as const
export type Saying = (typeof sayings)[number]

/** The row of an answer that is judged, with the question it answered. */
export const judgedShape = typedShape.extend({
  kind: z.string().max(40).catch(''),
  id: z.uuid().catch(''),
})

export const judgementForm = judgedShape.extend({ says: z.enum(sayings).catch('not-the-same') })
export type Judged = z.output<typeof judgedShape>
