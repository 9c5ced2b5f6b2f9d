import { z } from 'zod'
import { type Fact, facts, mostWeight, usualWeights, type Weights } from './partners.ts'

const weight = z.coerce.number().int().min(0).max(mostWeight)

/** A person's own weights as they stand in the address; whatever is no weight is the usual one. */
export const partnerQuery = z
  .object({
    ...(Object.fromEntries(facts.map(fact => [fact, weight.catch(usualWeights[fact])])) as Record<
      Fact,
      z.ZodCatch<typeof weight>
    >),
    /** 'no': nothing is done to have the far but similar among each ten. */
    further: z.enum(['yes', 'no']).catch('yes'),
    most: z.coerce.number().int().min(1).max(100).catch(20),
  })
  .transform(({ further, most, ...weights }) => ({
    weights: weights as Weights,
    looksFurther: further === 'yes',
    most,
  }))
export type PartnerQuery = z.output<typeof partnerQuery>

/** The address of a list with these weights; the usual ones are left out. */
export function partnersPath(path: string, { weights, looksFurther, most }: PartnerQuery): string {
  const parts = new URLSearchParams()
  for (const fact of facts) if (weights[fact] !== usualWeights[fact]) parts.set(fact, String(weights[fact]))
  if (!looksFurther) parts.set('further', 'no')
  if (most !== 20) parts.set('most', String(most))
  return parts.size > 0 ? `${path}?${parts}` : path
}

export const isUsual = ({ weights, looksFurther }: PartnerQuery) =>
  looksFurther && facts.every(fact => weights[fact] === usualWeights[fact])
