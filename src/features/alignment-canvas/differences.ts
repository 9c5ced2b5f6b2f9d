import type { OrganisationName } from '#features/organisations/index.ts'
import { type Answering, comparable, isSame, plainTerm, type Said } from './answer.ts'
import { type Field, type Topic, type TopicName, topicNames } from './topic.ts'
import { topics } from './topics.ts'

type Saying = { organisation: OrganisationName; value: string | string[] }

export type FieldReading = { field: Field; differs: boolean; said: Saying[] }

/** What cannot both be: one must have what another cannot accept, or two mean other things by one word. */
export type Clash = {
  kind: 'must-not' | 'same-word'
  matter: string
  /** Who says what, in words: "must have it" or the thing that the word means to them. */
  sides: { organisations: OrganisationName[]; says: string }[]
}

export type TopicReading = {
  topic: Topic
  /** 'open' where somebody does not know yet, or they answered different parts of it. */
  outcome: 'differs' | 'agrees' | 'open'
  fields: FieldReading[]
  notKnown: OrganisationName[]
  clashes: Clash[]
}

const inOrder = (answering: readonly Answering[]) =>
  answering.toSorted(
    (a, b) =>
      a.organisation.name.localeCompare(b.organisation.name, 'en-GB') ||
      a.organisation.id.localeCompare(b.organisation.id),
  )

// Days of a plan are rough: a fortnight apart, nobody has to talk about it.
const daysThatMatter = 14

function isApart(field: Field, values: string[]): boolean {
  if (field.kind !== 'day') return new Set(values).size > 1
  const days = values.map(value => Date.parse(value) / 86_400_000)
  return Math.max(...days) - Math.min(...days) > daysThatMatter
}

type Known = { organisation: OrganisationName; said: Said }

function readField(field: Field, known: Known[]): FieldReading & { isCompared: boolean } {
  const said = known.flatMap(({ organisation, said }) => {
    const value = said[field.name]
    return value === undefined ? [] : [{ organisation, value }]
  })
  const values = said.flatMap(({ value }) => comparable(field, value) ?? [])
  const isCompared = values.length > 1
  return { field, said, isCompared, differs: isCompared && isApart(field, values) }
}

const listIn = (said: Said | null | undefined, name: string) => [said?.[name] ?? []].flat()

/** Of what one must have: who cannot accept it, and does not need it too. */
function mustNots(answering: Answering[]): Clash[] {
  const needs = topics['must-haves'].fields[0]!
  return ('options' in needs ? needs.options : []).flatMap(({ value, label }) => {
    const needing = answering.filter(({ answers }) => listIn(answers['must-haves'], 'needs').includes(value))
    const barring = answering.filter(
      each => listIn(each.answers['must-nots'], 'bars').includes(value) && !needing.includes(each),
    )
    if (needing.length === 0 || barring.length === 0) return []
    const names = (group: Answering[]) => group.map(({ organisation }) => organisation)
    return [
      {
        kind: 'must-not' as const,
        matter: label,
        sides: [
          { organisations: names(needing), says: 'must have it' },
          { organisations: names(barring), says: 'cannot accept it' },
        ],
      },
    ]
  })
}

/** Of words that several use: those by which they mean other things. */
function sameWords(topic: Topic, known: Known[]): Clash[] {
  const uses = known.flatMap(({ organisation, said }) =>
    topic.fields
      .filter(({ kind, name }) => kind === 'term' && said[name] !== undefined)
      .map(({ name, label }) => ({ organisation, thing: label, written: String(said[name]) })),
  )
  const byWord = Map.groupBy(uses, ({ written }) => plainTerm(written))
  return [...byWord].toSorted().flatMap(([word, used]) => {
    const meanings = new Map(
      [...Map.groupBy(used, ({ organisation }) => organisation)].map(([organisation, own]) => [
        organisation,
        own.map(({ thing }) => thing).join('; '),
      ]),
    )
    const byMeaning = Map.groupBy(meanings.keys(), organisation => meanings.get(organisation)!)
    if (word === '' || byMeaning.size < 2) return []
    const sides = [...byMeaning].map(([says, organisations]) => ({ organisations, says }))
    return [{ kind: 'same-word' as const, matter: used[0]!.written, sides }]
  })
}

function readTopic(topic: Topic, answering: Answering[]): TopicReading {
  const known = answering.flatMap(({ organisation, answers }): Known[] => {
    const said = answers[topic.name]
    return said ? [{ organisation, said }] : []
  })
  const notKnown = answering.filter(({ answers }) => !answers[topic.name]).map(each => each.organisation)
  const read = topic.fields.map(field => readField(field, known))
  const clashes = topic.name === 'must-haves' ? mustNots(answering) : sameWords(topic, known)
  const isDiffering = clashes.length > 0 || read.some(({ differs }) => differs)
  const isAlike = known.every(({ said }) => isSame(said, known[0]!.said))
  const isSettled = notKnown.length === 0 && (isAlike || read.some(({ isCompared }) => isCompared))
  return {
    topic,
    outcome: isDiffering ? 'differs' : isSettled ? 'agrees' : 'open',
    fields: read.map(({ isCompared: _, ...field }) => field),
    notKnown,
    clashes,
  }
}

/** All topics, as these organisations see them, in the order of what breaks collaborations most. */
export function readAnswers(
  answering: readonly Answering[],
  asked: Record<TopicName, Topic> = topics,
): TopicReading[] {
  const ordered = inOrder(answering)
  return topicNames.map(name => readTopic(asked[name], ordered))
}

/** The topics in which organisations differ; each names at least two, and none weighs more than another. */
export const differencesOf = (answering: readonly Answering[]): TopicReading[] =>
  readAnswers(answering).filter(({ outcome }) => outcome === 'differs')
