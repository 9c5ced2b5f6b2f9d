import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Timeline, type TimelineRow } from './timeline.tsx'

const months = ['2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06']

const drawn = (rows: TimelineRow[]) =>
  renderToString(<Timeline id="ends" title="Ends" description="What ends when" months={months} rows={rows} />)

const counted = (key: string, count: number): TimelineRow => ({
  key,
  label: key,
  counts: [{ month: '2027-03', count }],
})

const heights = (markup: string) =>
  [...markup.matchAll(/timeline__bar"[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height))

describe('a timeline', () => {
  test('has a number above each bar, and the higher number the higher bar', () => {
    const markup = drawn([counted('a', 2), counted('b', 17)])
    expect(markup).toContain('>2</text>')
    expect(markup).toContain('>17</text>')
    const [low, high] = heights(markup)
    expect(high).toBeGreaterThan(low!)
  })

  test('is read as pictures of six rows, whose bars compare and whose parts have ids of their own', () => {
    const rows = Array.from({ length: 7 }, (_, at) => counted(`row ${at}`, at + 1))
    const markup = drawn(rows)
    expect(markup.match(/<svg/g)).toHaveLength(2)
    expect(heights(markup)).toEqual(heights(markup).toSorted((a, b) => a - b))
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('marks what may follow by hatching, not by colour', () => {
    const markup = drawn([
      {
        key: 'a',
        label: 'a',
        spans: [
          { from: '2026-01-01', to: '2027-02-28', look: 'solid' },
          { from: '2027-02-28', to: '2031-01-01', look: 'hatched' },
        ],
      },
    ])
    expect(markup).toContain('fill="url(#ends-1-hatch)"')
    const [, solid, hatched] = /solid" x="([\d.]+)"[\s\S]*hatched"[^>]* x="([\d.]+)"/.exec(markup)!
    expect(Number(solid)).toBe(0)
    expect(Number(hatched)).toBeGreaterThan(30)
  })

  test('holds words as words', () => {
    expect(drawn([{ key: 'a', label: '<script>&' }])).toContain('&lt;script>&amp;')
  })
})
