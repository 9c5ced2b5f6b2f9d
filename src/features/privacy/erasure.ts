import { z } from 'zod'
import { tick } from '#plumbing/form.ts'

export const erasureForm = z.object({
  sure: tick.refine(Boolean, 'Tick the box to say that you want all of it erased'),
})
