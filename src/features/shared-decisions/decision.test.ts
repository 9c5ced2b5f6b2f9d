import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CollaborationPartner } from '#features/collaborations/index.ts'
import {
  type Answer,
  awaited,
  type GivenAnswer,
  mayBeClosed,
  obstacleToAgreed,
  tallyOf,
  tallyWords,
} from './decision.ts'

const organisation = (at: number) => ({ id: `o${at}`, name: `Council ${at}`, slug: `council-${at}` })
const day = new Date('2026-11-22T09:00:00Z')

const partner = (at: number, state: CollaborationPartner['state'] = 'joined'): CollaborationPartner => ({
  organisation: organisation(at),
  state,
  roles: [],
  asked_at: day,
  decided_at: day,
})

const given = (at: number, answer: Answer): GivenAnswer => ({
  organisation: organisation(at),
  answer,
  words: null,
  answered_at: day,
})

const partners = [partner(1), partner(2), partner(3)]

describe('the answers of organisations', () => {
  test('weigh one each, and none once it has left', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ left: fc.boolean(), answer: fc.constantFrom('for', 'against', 'abstains', null) }),
        ),
        said => {
          const partners = said.map(({ left }, at) => partner(at, left ? 'left' : 'joined'))
          const answers = said.flatMap(({ answer }, at) => (answer ? [given(at, answer as Answer)] : []))
          const tally = tallyOf({ partners }, answers)
          const inIt = said.filter(({ left }) => !left)
          expect(tally.organisations).toBe(inIt.length)
          expect(tally.for).toBe(inIt.filter(({ answer }) => answer === 'for').length)
          expect(tally.for + tally.against + tally.abstains + awaited({ partners }, answers).length).toBe(
            inIt.length,
          )
        },
      ),
    )
  })

  test('bear a yes by consent only where nobody objects and half have answered', () => {
    const tally = (...answers: GivenAnswer[]) => tallyOf({ partners }, answers)
    expect(obstacleToAgreed('consent', tally(given(1, 'for')))).toContain('Fewer than half')
    expect(obstacleToAgreed('consent', tally(given(1, 'for'), given(2, 'abstains')))).toBeNull()
    expect(obstacleToAgreed('consent', tally(given(1, 'for'), given(2, 'against')))).toContain('objects')
  })

  test('bear a yes by vote only where more are for it', () => {
    const tally = (...answers: GivenAnswer[]) => tallyOf({ partners }, answers)
    expect(obstacleToAgreed('vote', tally(given(1, 'for'), given(2, 'against')))).not.toBeNull()
    expect(obstacleToAgreed('vote', tally(given(1, 'for'), given(2, 'against'), given(3, 'for')))).toBeNull()
    expect(obstacleToAgreed('advice', tally())).toBeNull()
  })

  test('are waited for until the last day has passed, or all have come', () => {
    const waits = { answer_by: '2026-12-01' }
    const some = tallyOf({ partners }, [given(1, 'for')])
    const all = tallyOf({ partners }, [given(1, 'for'), given(2, 'for'), given(3, 'against')])
    expect(mayBeClosed(waits, some, '2026-12-01')).toBe(false)
    expect(mayBeClosed(waits, some, '2026-12-02')).toBe(true)
    expect(mayBeClosed(waits, all, '2026-11-22')).toBe(true)
  })

  test('are told in the words of the way', () => {
    const tally = tallyOf({ partners }, [given(1, 'for'), given(2, 'against')])
    expect(tallyWords('consent', tally)).toBe('2 of 3 organisations answered: 1 no objection, 1 objects')
    expect(tallyWords('advice', tallyOf({ partners }, [given(1, 'advises')]))).toBe(
      '1 of 3 organisations answered',
    )
  })
})
