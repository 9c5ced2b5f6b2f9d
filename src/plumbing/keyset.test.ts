import { expect, test } from 'vitest'
import { z } from 'zod'
import { placeFields, sliceOf, withFields } from './keyset.ts'

const shape = z.object(placeFields)
const all = [1, 2, 3, 4, 5, 6, 7]
const key = (row: number) => [row]

/** Reads a page as a query would. */
function read(query: Record<string, string>, size = 3) {
  const place = shape.parse(query)
  const from = place.after ? all.filter(row => row > Number(place.after![0])) : all
  const rows = place.before ? all.filter(row => row < Number(place.before![0])).reverse() : from
  return sliceOf(rows.slice(0, size + 1), size, place, key)
}

test('going on to the end and back again shows every row once each way', () => {
  const first = read({})
  const second = read({ after: first.next! })
  const third = read({ after: second.next! })
  expect([first.rows, second.rows, third.rows]).toEqual([[1, 2, 3], [4, 5, 6], [7]])
  expect([first.previous, third.next]).toEqual([undefined, undefined])
  const back = read({ before: third.previous! })
  expect(back.rows).toEqual([4, 5, 6])
  const start = read({ before: back.previous! })
  expect(start.rows).toEqual([1, 2, 3])
  expect(start.previous).toBeUndefined()
  expect(start.next).toBeDefined()
})

test.each(['', '%%%', 'e30', Buffer.from('{"a":1}').toString('base64url'), 'x'.repeat(700)])(
  'a place that was tampered with (%#) is the first page',
  after => {
    expect(shape.parse({ after })).toEqual({ after: undefined })
  },
)

test('a list keeps its filters when only the place changes', () => {
  const url = new URL('http://site.test/projects?phase=alpha&phase=beta&after=x')
  expect(withFields(url, { after: undefined, sort: 'title' })).toBe(
    '/projects?phase=alpha&phase=beta&sort=title',
  )
  expect(withFields(new URL('http://site.test/projects?after=x'), { after: undefined })).toBe('/projects')
})
