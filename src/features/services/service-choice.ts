import { z } from 'zod'
import { optionalText, requiredText } from '#plumbing/form.ts'

/** What `ServiceChoice` sends: a service that was suggested, by its number, another by its name, or none. */
export const serviceChoiceForm = z.object({
  service: requiredText('Choose a service, or say that none fits', 20),
  other: optionalText(200),
})
export type TypedServiceChoice = z.output<typeof serviceChoiceForm>
