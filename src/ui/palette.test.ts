import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'

const source = readFileSync(inRoot('src', 'ui', 'styles', '_palette.scss'), 'utf8')
const palette = Object.fromEntries(
  [...source.matchAll(/\$([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex!]),
)

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (hex: string) => {
  const [red, green, blue] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(palette[one]!), luminance(palette[other]!)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

test.each([
  ['ink', 'white'],
  ['ink', 'paper'],
  ['ink', 'mist'],
  ['ink', 'marigold'],
  ['ink-soft', 'white'],
  ['ink-soft', 'paper'],
  ['pine', 'white'],
  ['pine', 'paper'],
  ['pine', 'mist'],
  ['sea', 'white'],
  ['sea', 'paper'],
  ['sea', 'mist'],
  ['sea-deep', 'white'],
  ['sea-deep', 'paper'],
  ['plum', 'white'],
  ['plum', 'paper'],
  ['white', 'pine'],
])('%s on %s can be read: at least 4.5 to 1', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
})

test.each([
  ['marigold', 'pine'],
  ['sea', 'white'],
  ['sea', 'mist'],
])('%s against %s can be told apart as a shape: at least 3 to 1', (shape, ground) => {
  expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3)
})

test('contrast is measured as WCAG measures it', () => {
  palette.black = '#000000'
  expect(contrast('black', 'white')).toBeCloseTo(21, 5)
})
