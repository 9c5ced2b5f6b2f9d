import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answering, Answers, Said } from './answer.ts'
import { smallToAsk } from './canvas.ts'
import { differencesOf, readAnswers } from './differences.ts'
import { type Field, topicNames } from './topic.ts'
import { topics } from './topics.ts'

const words = fc.constantFrom('Case', 'the case', 'Report', 'Job', 'Resident', '')

const anyValueOf = (field: Field): fc.Arbitrary<string | string[] | undefined> => {
  const values = 'options' in field ? field.options.map(({ value }) => value) : []
  switch (field.kind) {
    case 'one':
      return fc.constantFrom(...values, undefined)
    case 'some':
      return fc.subarray(values.length > 0 ? values : ['Teams', 'Zoom', 'Slack'])
    case 'ranked':
      return fc.shuffledSubarray(values, { maxLength: 3 })
    case 'day':
      return fc.constantFrom('2027-03-31', '2027-04-02', '2027-09-30', undefined)
    default:
      return words
  }
}

const saidOn = (fields: readonly Field[]): fc.Arbitrary<Said> =>
  fc
    .record(Object.fromEntries(fields.map(field => [field.name, anyValueOf(field)])))
    .map(said => Object.fromEntries(Object.entries(said).filter(([, value]) => value?.length)) as Said)

const answers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(topicNames.map(name => [name, fc.option(saidOn(topics[name].fields), { freq: 4 })])),
  { requiredKeys: [] },
)

const named = (all: Answers[]): Answering[] =>
  all.map((answers, at) => ({
    organisation: { id: `id-${at}`, name: `Council ${at}`, slug: `council-${at}` },
    answers,
  }))

const answering = fc.array(answers, { minLength: 2, maxLength: 5 }).map(named)

const say = (...all: Answers[]) => readAnswers(named(all))
const topic = (readings: ReturnType<typeof say>, name: string) =>
  readings.find(each => each.topic.name === name)!

describe('the differences', () => {
  test('are none where all say the same', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 5 }), (said, count) => {
        expect(differencesOf(named(Array.from({ length: count }, () => said)))).toEqual([])
      }),
    )
  })

  test('are the same whoever is named first', () => {
    const shuffled = answering.chain(given =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    )
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(readAnswers(other)).toEqual(readAnswers(given))
      }),
    )
  })

  test('each name two organisations or more', () => {
    fc.assert(
      fc.property(answering, given => {
        for (const { fields, clashes } of differencesOf(given)) {
          const naming = [
            ...fields
              .filter(({ differs }) => differs)
              .map(({ said }) => said.map(each => each.organisation.id)),
            ...clashes.map(({ sides }) =>
              sides.flatMap(({ organisations }) => organisations.map(({ id }) => id)),
            ),
          ]
          expect(naming.length).toBeGreaterThan(0)
          for (const ids of naming) expect(new Set(ids).size).toBeGreaterThanOrEqual(2)
        }
      }),
    )
  })

  test('are as many whichever organisation says what: none weighs more than another', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 2, maxLength: 4 }), all => {
        const found = (given: Answers[]) => differencesOf(named(given)).map(each => each.topic.name)
        expect(found(all.toReversed())).toEqual(found(all))
      }),
    )
  })

  test('only grow when another organisation answers', () => {
    fc.assert(
      fc.property(answering, answers, (given, more) => {
        const before = differencesOf(given).map(each => each.topic.name)
        const after = differencesOf(named([...given.map(each => each.answers), more])).map(
          each => each.topic.name,
        )
        expect(after).toEqual(expect.arrayContaining(before))
      }),
    )
  })

  test('stand in the order of what breaks collaborations most', () => {
    fc.assert(
      fc.property(answering, given => {
        const places = differencesOf(given).map(({ topic }) => topicNames.indexOf(topic.name))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('a topic', () => {
  test('differs by order where it is ranked, and not where it is a choice of several', () => {
    const ranked = say({ aims: { aims: ['cost', 'service'] } }, { aims: { aims: ['service', 'cost'] } })
    expect(topic(ranked, 'aims').outcome).toBe('differs')
    const some = say({ exit: { takes_along: ['code', 'data'] } }, { exit: { takes_along: ['data', 'code'] } })
    expect(topic(some, 'exit').outcome).toBe('agrees')
  })

  test('does not differ by days a fortnight apart', () => {
    const days = (one: string, other: string) =>
      topic(say({ pace: { wanted_by: one } }, { pace: { wanted_by: other } }), 'pace').outcome
    expect([days('2027-03-31', '2027-04-14'), days('2027-03-31', '2027-04-15')]).toEqual([
      'agrees',
      'differs',
    ])
  })

  test('is open where one does not know, or they answered different parts of it', () => {
    const unknown = topic(say({ aims: { aims: ['cost'] } }, { aims: null }), 'aims')
    expect([unknown.outcome, unknown.notKnown.map(({ id }) => id)]).toEqual(['open', ['id-1']])
    expect(topic(say({ aims: { aims: ['cost'] } }, { aims: { words: 'Less.' } }), 'aims').outcome).toBe(
      'open',
    )
  })

  test('clashes where one must have what another cannot accept', () => {
    const { outcome, clashes } = topic(
      say({ 'must-haves': { needs: ['cloud'] } }, { 'must-haves': null, 'must-nots': { bars: ['cloud'] } }),
      'must-haves',
    )
    expect([outcome, clashes.map(({ matter }) => matter)]).toEqual(['differs', ['Hosting in the cloud']])
  })

  test('tells one word for two things, and two words for one thing', () => {
    const { clashes, fields } = topic(
      say(
        { words: { term_request: 'Report', term_record: 'the case' } },
        { words: { term_request: 'Case', term_record: 'Case file' } },
      ),
      'words',
    )
    expect(clashes.map(({ kind, matter }) => [kind, matter])).toEqual([['same-word', 'the case']])
    expect(fields.filter(({ differs }) => differs).map(({ field }) => field.name)).toEqual([
      'term_request',
      'term_record',
    ])
  })
})

test('small partners are to be asked only while none but large councils have answered', () => {
  const partner = (id: string, size: 'small' | 'large' | 'neither', isDone: boolean) => ({
    organisation: { id, name: id, slug: id },
    done_at: isDone ? new Date() : null,
    isSmall: size === 'small',
    isLarge: size === 'large',
  })
  const ask = (...partners: ReturnType<typeof partner>[]) => smallToAsk(partners).map(({ id }) => id)
  const adur = partner('adur', 'small', false)
  expect(ask(partner('surrey', 'large', true), partner('leeds', 'large', false), adur)).toEqual(['adur'])
  expect(ask(partner('surrey', 'large', true), partner('rutland', 'small', true), adur)).toEqual([])
  expect(ask(partner('surrey', 'large', true), partner('trust', 'neither', true), adur)).toEqual([])
  expect(ask(partner('surrey', 'large', false), adur)).toEqual([])
})
