import type { CostBand } from '#features/problems/index.ts'

/** What an organisation can say of a problem. */
export const sayings = ['have-it', 'fixed-it', 'tried-and-stopped', 'do-not-have-it'] as const
export type Saying = (typeof sayings)[number]

export const sayingLabels: Record<Saying, string> = {
  'have-it': 'We have it',
  'fixed-it': 'We had it and fixed it',
  'tried-and-stopped': 'We tried to fix it, and stopped',
  'do-not-have-it': 'We do not have it',
}

/** The same of another: "Leeds City Council has it". */
export const saidOfOne: Record<Saying, string> = {
  'have-it': 'has it',
  'fixed-it': 'fixed it',
  'tried-and-stopped': 'tried and stopped',
  'do-not-have-it': 'does not have it',
}

/** The same of several: "7 councils have it". */
export const saidOfMany: Record<Saying, string> = {
  ...saidOfOne,
  'have-it': 'have it',
  'do-not-have-it': 'do not have it',
}

/** What an organisation would do about a problem with others. */
export const offers = ['share', 'test', 'co-fund', 'lead'] as const
export type Offer = (typeof offers)[number]

export const offerLabels: Record<Offer, string> = {
  share: 'Share what we know',
  test: 'Test something with others',
  'co-fund': 'Put money in',
  lead: 'Lead the work',
}

/** Fits after "would". */
export const offerWords: Record<Offer, string> = {
  share: 'share what they know',
  test: 'test with others',
  'co-fund': 'co-fund',
  lead: 'lead the work',
}

/** How many people are affected. */
export const sizes = ['under-100', '100-to-999', '1000-to-9999', '10000-or-more'] as const
export type Size = (typeof sizes)[number]

export const sizeLabels: Record<Size, string> = {
  'under-100': 'Fewer than 100 people',
  '100-to-999': '100 to 999 people',
  '1000-to-9999': '1,000 to 9,999 people',
  '10000-or-more': '10,000 people or more',
}

export const urgencies = ['now', 'this-year', 'later'] as const
export type Urgency = (typeof urgencies)[number]

export const urgencyLabels: Record<Urgency, string> = {
  now: 'Within three months',
  'this-year': 'Within a year',
  later: 'It can wait longer',
}

/** Fits in a line of facts about an organisation. */
export const urgencyWords: Record<Urgency, string> = {
  now: 'has to act within three months',
  'this-year': 'has to act within a year',
  later: 'can wait longer than a year',
}

/** What an organisation says, without who and when. */
export type Word = {
  says: Saying
  affected: string | null
  size: Size | null
  /** A year. */
  cost: CostBand | null
  urgency: Urgency | null
  offers: Offer[]
  /** How it was fixed, or why it was stopped. */
  story: string | null
  note: string | null
}

export const mostOfStory = 1000

/** A story from what was told at length, as long as it may be: its end is left out, and that is marked. */
export const storyFrom = (told: string) =>
  told.length <= mostOfStory ? told : `${told.slice(0, told.lastIndexOf(' ', mostOfStory - 2))} …`

/** What was done to a stance; each act leaves a version of it. */
export type Act = 'taken' | 'changed' | 'confirmed' | 'withdrawn' | 'expired'

/** The day from which a stance no longer counts: a year after it was last confirmed. Both 'YYYY-MM-DD'. */
export function endsOn(confirmedOn: string): string {
  const [year, ...rest] = confirmedOn.split('-')
  const day = rest.join('-') === '02-29' ? '03-01' : rest.join('-')
  return `${Number(year) + 1}-${day}`
}

/** How many days before its end an organisation is asked to confirm a stance. */
export const remindDays = 30

/** The day so many days after 'YYYY-MM-DD'. */
export const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** A stance counts until the day it ends, unless it was withdrawn before. */
export const isLive = (stance: { endsOn: string; withdrawnAt: Date | null }, today: string) =>
  stance.withdrawnAt === null && today < stance.endsOn
