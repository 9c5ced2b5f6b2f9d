import type { MailStop } from '#features/mail/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'

export const mailPath = '/account/mail'
export const confirmationPath = (secret: string) => `/mail-confirmation/${secret}`

export const confirmationHours = 24
export const confirmationsAnHour = { most: 3, minutes: 60 }

/** Mail that may arrive another day stops after so many days with it in so many. */
export const returnsToStop = { days: 5, within: 14 }

const whyByStatus: [RegExp, string][] = [
  [/^5\.1\.[26]$|^5\.4\.(4|310)$/, 'there is no such mail domain'],
  [/^5\.1\./, 'there is no such mailbox'],
  [/^5\.2\.[01]$/, 'the mailbox is switched off'],
  [/^[45]\.2\.2$/, 'the mailbox is full'],
  [/^[45]\.7\./, 'the mail server there does not want it'],
  [/^4\./, 'the mail server there did not answer in time'],
]

type Why = Pick<MailStop, 'stopped_for' | 'status' | 'answer'>

/** Why mail to someone stopped, as a sentence ends: 'there is no such mailbox'. */
export const whyStopped = ({ status, answer }: Omit<Why, 'stopped_for'>): string =>
  whyByStatus.find(([pattern]) => pattern.test(status ?? ''))?.[1] ??
  (answer ? `the mail server said “${answer.slice(0, 200)}”` : 'the mail server gave no reason')

/** What happened, in one line. */
export const saysStopped = (stop: MailStop): string => {
  const on = formatDate(londonDay(stop.stopped_at))
  return stop.stopped_for === 'complained'
    ? `Mail to you was reported as unwanted on ${on}`
    : `Mail to you came back on ${on}: ${whyStopped(stop)}`
}
