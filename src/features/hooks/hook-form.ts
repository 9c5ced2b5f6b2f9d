import { z } from 'zod'
import { requiredChoice, requiredText } from '#plumbing/form.ts'
import { internetOnly, readOutbound } from '#plumbing/outbound.ts'
import { hookKinds } from './hook.ts'

const address = requiredText('Write the address to send to', 2000).transform((text, context) => {
  try {
    return readOutbound(text, internetOnly).href
  } catch (refusal) {
    context.addIssue({ code: 'custom', message: (refusal as Error).message })
    return z.NEVER
  }
})

const subscriptions = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(given => [given].flat())

export const newHookForm = z.object({
  kind: requiredChoice(hookKinds, 'Choose where it goes'),
  name: requiredText('Say what to call it', 80),
  address,
  subscriptions,
})
export type NewHook = z.output<typeof newHookForm>

export const chosenForm = z.object({ subscriptions })
export const replayForm = z.object({ delivery: z.uuid().optional().catch(undefined) })
