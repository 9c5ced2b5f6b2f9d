/** What each organisation of a collaboration is asked about, the ones that break collaborations most first. */
export const topicNames = [
  'aims',
  'must-haves',
  'must-nots',
  'why-now',
  'users',
  'ways-of-working',
  'pace',
  'who-decides',
  'money',
  'data',
  'words',
  'tools',
  'exit',
] as const
export type TopicName = (typeof topicNames)[number]

export type Option = { value: string; label: string }

/** What is asked for, in a shape in which a machine can tell whether two organisations differ. */
export type Field = {
  name: string
  label: string
  hint?: string
  /** What answers stand under, where the label asks more than it names. */
  heading?: string
} & (
  | { kind: 'one'; options: readonly Option[] }
  /** Any of the options; their order says nothing. With `orNone`, “None of these” is an answer: an empty list. */
  | { kind: 'some'; options: readonly Option[]; orNone?: boolean }
  /** Up to three of the options, the weightiest first. */
  | { kind: 'ranked'; options: readonly Option[] }
  | { kind: 'day' }
  /** One's own word for the thing that the label names. */
  | { kind: 'term' }
  /** Shown to the others, and not compared: no machine tells whether two sentences mean the same. */
  | { kind: 'words' }
)

export type Topic = {
  name: TopicName
  title: string
  question: string
  /** Why it is asked: the finding that says so, in a line. */
  why: string
  fields: readonly Field[]
}

/** What is sent for “None of these”. */
export const none: Option = { value: 'none', label: 'None of these' }

export const source = 'Discovery with councils, 2019'

/** Places of a ranked field, as they are called in forms. */
export const ranks = ['first', 'second', 'third'] as const
export const rankedName = (name: string, rank: (typeof ranks)[number]) => `${name}_${rank}`

export const isTopicName = (name: string): name is TopicName => topicNames.some(known => known === name)
