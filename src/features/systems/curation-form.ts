import { z } from 'zod'
import { requiredText } from '#plumbing/form.ts'
import { longestName } from './confirmation-form.ts'

const reason = requiredText('Say why: everyone can read it', 500)

export const renamingForm = z.object({ name: requiredText('Write the new name', longestName), reason })
export const movingForm = z.object({
  supplier: requiredText('Write the name of the supplier', 200),
  reason_to_move: reason,
})
