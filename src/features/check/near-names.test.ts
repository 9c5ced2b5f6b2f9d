import { expect, test } from 'vitest'
import { isMetByTitle, isOfService } from './near-names.ts'

const part = (text: string) => ({ text, isMarked: false })
const met = (text: string) => ({ text, isMarked: true })

test('a text is about a service where all telling words of its name met, or where it means nearly the same', () => {
  expect(isOfService(undefined, [met('Pest control')])).toBe(true)
  expect(isOfService(undefined, [met('Births'), part(' and '), met('deaths')])).toBe(true)
  expect(isOfService(0.3, [part('Pest '), met('control')])).toBe(false)
  expect(isOfService(0.41, [part('Pest '), met('control')])).toBe(true)
  expect(isOfService(0.41)).toBe(false)
  expect(isOfService(0.5)).toBe(true)
  expect(isOfService(undefined, [part('The council')])).toBe(false)
})

test('a text speaks of what a title says by two of its words, and by half of them', () => {
  expect(isMetByTitle({ theirs: [met('Telephony platform'), part(' for contact centres')] })).toBe(true)
  expect(isMetByTitle({ theirs: [met('Telephony'), part(' services')] })).toBe(false)
  expect(isMetByTitle({ theirs: [met('Road repair'), part(' of bridges, culverts and walls')] })).toBe(false)
})
