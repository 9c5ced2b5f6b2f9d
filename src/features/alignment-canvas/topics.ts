import { aims, mustHaves, mustNots, users, whyNow } from './purpose-topics.ts'
import { dataTopic, exit, money, whoDecides } from './structure-topics.ts'
import type { Topic, TopicName } from './topic.ts'
import { pace, tools, waysOfWorking, words } from './working-topics.ts'

/** In the order of what breaks collaborations most. */
export const topics: Record<TopicName, Topic> = {
  aims,
  'must-haves': mustHaves,
  'must-nots': mustNots,
  'why-now': whyNow,
  users,
  'ways-of-working': waysOfWorking,
  pace,
  'who-decides': whoDecides,
  money,
  data: dataTopic,
  words,
  tools,
  exit,
}

/** A topic as it is asked: of tools, those on the register by their names. */
export const topicWith = (name: TopicName, toolNames: string[]): Topic =>
  name === 'tools'
    ? {
        ...tools,
        fields: tools.fields.map(field =>
          field.kind === 'some'
            ? { ...field, options: toolNames.map(value => ({ value, label: value })) }
            : field,
        ),
      }
    : topics[name]
