import type { Db } from '#plumbing/database/database.ts'

/** What of it is told, from most to least. */
export const levels = ['everything', 'milestones', 'new', 'mute'] as const
export type Level = (typeof levels)[number]

export const levelLabels: Record<Level, string> = {
  everything: 'Everything that happens',
  milestones: 'What is new, and milestones',
  new: 'Only what is new',
  mute: 'Nothing for now',
}

export const levelHints: Record<Level, string> = {
  everything: 'Each update, answer and change of those it finds, too',
  milestones: 'For example: a project moves to the next phase or stops, a problem is solved, a call opens',
  new: 'Each thing once, when it is first found',
  mute: 'It is kept, and you can turn it on again',
}

export const frequencies = ['at-once', 'daily', 'weekly'] as const
export type Frequency = (typeof frequencies)[number]

export const frequencyLabels: Record<Frequency, string> = {
  'at-once': 'Within minutes',
  daily: 'Once a day, in the morning',
  weekly: 'Once a week, on Monday morning',
}

/** How many subscriptions one recipient may have at a time. */
export const subscriptionsAtMost = 100

/** Something that happens to a thing after it was first there; `level`: to whom it is worth telling. */
export type Happening = {
  activity: string
  level: 'milestone' | 'detail'
  /** What happened, to stand after its title: "Moved to another phase". */
  says: string
  /**
   * The same of each activity, where they differ: "Kent County Council says it has this problem too". What not everyone may
   * see, or is not so any more, is left out, and is told nobody.
   */
  sayEach?(db: Db, activityIds: string[]): Promise<Map<string, string>>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    happenings: Happening
    /** Another way than mail to be told what one's subscriptions find. */
    channels: {
      label: string
      says: string
      href: string
      /** The same for an organisation, where it has it. */
      hrefOf?(slug: string): string
      order: number
    }
  }
}

/** Said of a thing that a subscription finds for the first time. */
export const found = 'found'

/** Said of a thing that has come into a list that is kept, or has gone from it, by the day on which the list was counted. */
export const came = (day: string) => `came ${day}`
export const went = (day: string) => `went ${day}`

const listWords: Record<string, string> = {
  [found]: 'New',
  came: 'It has come into this list',
  went: 'It is not in this list any more',
}

/** What happened, in words to stand after the title of a thing. */
export const sayHappening = (happening: string, happenings: Happening[]) =>
  listWords[happening.split(' ')[0]!] ??
  happenings.find(({ activity }) => activity === happening)?.says ??
  'Changed'

/** Levels whose subscribers hear of a happening. */
export const levelsOf = ({ level }: Pick<Happening, 'level'>): Level[] =>
  level === 'milestone' ? ['everything', 'milestones'] : ['everything']

export const subscriptionsPath = '/my/subscriptions'
export const subscriptionPath = (id: string) => `${subscriptionsPath}/${id}`
export const newSubscriptionPath = (about: string) => `/subscriptions/new?${new URLSearchParams({ about })}`
export const sentPath = `${subscriptionsPath}/sent`

/** What an organisation is told of, for its leads. */
export const organisationSubscriptionsPath = (slug: string) => `/organisations/${slug}/subscriptions`
export const organisationSentPath = (slug: string) => `${organisationSubscriptionsPath(slug)}/sent`
export const mailboxPath = (slug: string) => `${organisationSubscriptionsPath(slug)}/mailbox`
