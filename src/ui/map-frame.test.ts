import { expect, test } from 'vitest'
import { frameAround, wholeFrame } from './map-frame.ts'

test('a place is shown with something around it, in the middle', () => {
  expect(frameAround([[100, 200, 200, 300]])).toEqual({ x: 88, y: 188, width: 124, height: 124 })
})

test('several places are shown together, and no frame is much taller than wide', () => {
  const { x, y, width, height } = frameAround([
    [100, 200, 120, 220],
    [110, 500, 130, 600],
  ])
  expect(height / width).toBeCloseTo(1.5, 1)
  expect(x).toBeLessThan(100)
  expect(x + width).toBeGreaterThan(130)
  expect([y < 200, y + height > 600]).toEqual([true, true])
})

test('a very small place is not drawn so large that its outline breaks up', () => {
  expect(frameAround([[500, 500, 503, 502]])).toMatchObject({ width: 60, height: 60 })
})

test('without any place it is the whole country', () => {
  expect(frameAround([])).toEqual(wholeFrame)
})
