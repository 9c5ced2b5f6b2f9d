import { expect, test } from 'vitest'
import { inXml, tagOf, writeAtom } from './atom.ts'
import { readPlace, writePlace } from './feed.ts'
import { writeOpml } from './opml.ts'

const entry = {
  id: 'tag:pipeline.test,2026:problem/1',
  title: 'Bins & <b>boxes</b>',
  url: 'https://pipeline.test/problems/bins?a=1&b=2',
  changedAt: new Date('2026-11-20T10:00:00Z'),
  summary: 'It says "missed"\u0000\u0008',
}
const feed = {
  id: 'tag:pipeline.test,2026:search',
  title: 'Bins',
  self: 'https://pipeline.test/search.atom?q=a&kind=problem',
  alternate: 'https://pipeline.test/search',
  entries: [entry, { ...entry, id: 'tag:2', changedAt: new Date('2026-11-21T10:00:00Z') }],
}

test('a feed says when anything in it last changed, and leads to itself and to its page', () => {
  const xml = writeAtom(feed)
  expect(/<updated>([^<]*)/.exec(xml)![1]).toBe('2026-11-21T10:00:00.000Z')
  expect(xml).toContain(
    '<link rel="self" type="application/atom+xml" href="https://pipeline.test/search.atom?q=a&amp;kind=problem"/>',
  )
  expect(xml).not.toContain('rel="next"')
  expect(writeAtom({ ...feed, next: 'https://pipeline.test/n' })).toContain('<link rel="next"')
})

test('what people typed stays words, and what XML may not hold is left out', () => {
  const xml = writeAtom(feed)
  expect(xml).toContain('Bins &amp; &lt;b&gt;boxes&lt;/b&gt;')
  expect(xml).toContain('It says &quot;missed&quot;</summary>')
  expect(inXml('\ud800a\uffff')).toBe('\ufffda')
})

test('a feed of nothing changed at one moment for good', () => {
  expect(writeAtom({ ...feed, entries: [] })).toBe(writeAtom({ ...feed, entries: [] }))
})

test('tags hold any letters', () => {
  expect(tagOf('https://pipeline.test:8080', 'product', 'a b/ü')).toBe(
    'tag:pipeline.test,2026:product/a%20b%2F%C3%BC',
  )
})

test('a place is read as it was written, and nothing else is', () => {
  const place = { at: new Date('2026-11-20T10:00:00.123Z'), number: 42 }
  expect(readPlace(writePlace(place))).toEqual(place)
  for (const text of [undefined, '', '1', '-', '1-2-3', '999999999999999-1', '1e3-2'])
    expect(readPlace(text)).toBeUndefined()
})

test('a list of what is followed names the feed of a search, and the page of a thing', () => {
  const xml = writeOpml('Mine', [
    { title: 'Bins "x"', url: 'https://a.test/search?q=b', feed: 'https://a.test/search.atom?q=b' },
    { title: 'A problem', url: 'https://a.test/problems/b' },
  ])
  expect(xml).toContain('type="rss" text="Bins &quot;x&quot;" xmlUrl="https://a.test/search.atom?q=b"')
  expect(xml).toContain('type="link" text="A problem" url="https://a.test/problems/b"')
})
