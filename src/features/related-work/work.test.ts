import { expect, test } from 'vitest'
import { groupRelatedWork, type RelatedWork } from './work.ts'

const row = (relation: RelatedWork['relation'], isFrom: boolean): RelatedWork => ({
  relation,
  isFrom,
  id: `${relation} ${isFrom}`,
  kind: 'project',
  title: 'Bins',
  path: '/projects/bins',
  organisation: null,
  phase: null,
  outcome: null,
  amount_pounds: null,
  dated: null,
  ground: 'a test',
})

test('what came later is told before what came earlier, seen from either end', () => {
  const all = [
    row('follows', true),
    row('became', false),
    row('same work', false),
    row('became', true),
    row('follows', false),
  ]
  expect(groupRelatedWork(all).map(({ heading, rows }) => [heading, rows.map(({ id }) => id)])).toEqual([
    ['What happened next', ['became true']],
    ['What followed it', ['follows false']],
    ['The same work in another source', ['same work false']],
    ['What it came from', ['became false']],
    ['What it follows', ['follows true']],
  ])
  expect(groupRelatedWork([])).toEqual([])
})
