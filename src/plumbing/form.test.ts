import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm, tick } from './form.ts'

test('a box that was not ticked is not sent, and is read as not ticked', () => {
  const shape = z.object({ knows: tick })
  expect(readForm(shape, {}).value).toEqual({ knows: false })
  expect(readForm(shape, { knows: '' }).value).toEqual({ knows: false })
  expect(readForm(shape, { knows: 'yes' }).value).toEqual({ knows: true })
})
