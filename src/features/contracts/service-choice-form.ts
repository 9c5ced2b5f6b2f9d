import { createHash } from 'node:crypto'
import { z } from 'zod'
import { optionalText, requiredChoice, requiredText } from '#plumbing/form.ts'
import { reaches } from './service-lines.ts'

/** The field in which it is chosen what the contracts of a title are for. */
export const serviceField = (key: string) =>
  `service-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`

/** What was chosen in each title's field: the number of a service, "none", or nothing. */
export const servicesForm = z
  .looseObject({ 'service-0': z.unknown().optional() })
  .transform(
    typed => new Map(Object.entries(typed).map(([field, value]) => [field, String([value].flat()[0])])),
  )

const position = z.coerce.number().int().min(0).max(1_000_000)

/** Of which line the service is asked, by its place in the file. */
export const lineQuery = z.object({ line: position.catch(0).default(0) })

/** The service of a line, and of which others it is said too. */
export const lineServiceForm = z
  .object({
    line: position.catch(0),
    service: requiredText('Write the service, or “none”', 200),
    reach: requiredChoice([...reaches], 'Choose of which lines you say so'),
    words: optionalText(100),
  })
  .superRefine(({ reach, words }, context) => {
    if (reach === 'words' && !words)
      context.addIssue({
        code: 'custom',
        path: ['words'],
        message: 'Write the words that stand in the titles',
      })
  })
