import { expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

test('the home page leads to the areas in which most is written, and each says how much is found there', async () => {
  const { get } = await testApp()
  const home = (await get('/')).body
  const rows = [
    ...home.matchAll(
      /href="(\/search\?area=[^"]+)"[^>]*>[^<]+<\/a><span[^>]*>(\d+) projects, bids and notices/g,
    ),
  ]
  const counts = rows.map(([, , count]) => Number(count))
  expect(counts).toHaveLength(5)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  const found = (await get(rows[0]![1]!.replaceAll('&amp;', '&'))).body
  expect(found).toContain(`${counts[0]} results`)
})
