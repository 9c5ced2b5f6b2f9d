import type { Slots } from '#plumbing/feature.ts'
import { openNotify } from './notify-sender.ts'

const patienceMilliseconds = 5_000
const needs = ['((subject))', '((body))']

/** Whether Notify lets us in, and the template has a place for what a mail says. */
export const notifyCheckup: Slots['checkups'] = {
  what: 'GOV.UK Notify',
  look: async ({ config }) => {
    if (!config.NOTIFY_API_KEY) return []
    try {
      const client = await openNotify(config, AbortSignal.timeout(patienceMilliseconds))
      const { data } = await client.getTemplateById(config.NOTIFY_TEMPLATE_ID!)
      const missing = needs.filter(place => !`${data.subject} ${data.body}`.includes(place))
      if (data.type !== 'email' || missing.length > 0)
        return {
          state: 'wrong',
          says: `the template is of type ${data.type}${missing.length > 0 ? `, without ${missing.join(' and ')}` : ''}`,
          todo: 'Make an e-mail template with the subject ((subject)) and the message ((body)).',
        }
      return { state: 'ok', says: 'lets us in, and the template has its two places' }
    } catch (error) {
      return {
        state: 'wrong',
        says: error instanceof Error ? error.message : String(error),
        todo: 'Check NOTIFY_API_KEY and NOTIFY_TEMPLATE_ID, and that the key is live.',
      }
    }
  },
}
