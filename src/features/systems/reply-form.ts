import { z } from 'zod'
import { requiredText, tick } from '#plumbing/form.ts'
import { longestReply } from './reply.ts'

export const replyForm = z.object({
  words: requiredText('Write what you want to say', longestReply),
  /** What the screen found was seen, and stays. */
  screened: tick,
})
