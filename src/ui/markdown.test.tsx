import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Markdown } from './markdown.tsx'

const shown = (text: string, under = 2) => renderToString(<Markdown text={text} under={under} />)

test('paragraphs, lists, quotes and code become elements of the page', () => {
  const html = shown('One\ntwo\n\n- a\n- b\n\n1. c\n\n> d\n\n    e\n\n`f` **g** *h*\\\ni\n\n---')
  expect(html).toContain('<p class="govuk-body">One\ntwo</p>')
  expect(html).toContain('<ul class="govuk-list govuk-list--bullet"><li>a</li><li>b</li></ul>')
  expect(html).toContain('<ol class="govuk-list govuk-list--number"><li>c</li></ol>')
  expect(html).toMatch(/<blockquote[^>]*><p[^>]*>d<\/p><\/blockquote>/)
  expect(html).toContain('<pre><code>e\n</code></pre>')
  expect(html).toContain('<code>f</code> <strong>g</strong> <em>h</em><br/>i')
  expect(html).toContain('<hr ')
})

test('a list that goes on counting begins with its number', () => {
  expect(shown('4. a\n5. b')).toContain('<ol class="govuk-list govuk-list--number" start="4"><li>a</li>')
  expect(shown('1. a')).not.toContain('start=')
})

test('headings begin below the one they stand under, and never run out', () => {
  expect(shown('# a', 2)).toContain('<h3 class="govuk-heading-s">a</h3>')
  expect(shown('### a', 5)).toContain('<h6 ')
})

test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b>bold</b>', '<!-- x -->'])(
  'a tag that was typed stays words: %s',
  text => {
    expect(shown(`before ${text} after`)).not.toMatch(/<(script|img|b|!--)/)
    expect(shown(text)).not.toMatch(/<(script|img|b|!--)/)
    expect(shown(text)).toContain('&lt;')
  },
)

test.each([
  '[x](javascript:alert(1))',
  '[x]( JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '[x](java&#115;cript:alert(1))',
])('an address that does something is no link: %s', text => {
  expect(shown(text)).not.toContain('href')
})

test('a picture is a link to it, and within a link its words', () => {
  expect(shown('![A chart](https://a.example/x.png)')).toContain('<a href="https://a.example/x.png"')
  expect(shown('![A chart](https://a.example/x.png)')).not.toContain('<img')
  expect(shown('[![A chart](https://a.example/x.png)](https://b.example/)')).toMatch(
    /<a href="https:\/\/b.example\/"[^>]*>A chart<\/a>/,
  )
})

test('links of readers lend no standing to where they lead', () => {
  expect(shown('[x](https://a.example/)')).toContain('rel="nofollow ugc"')
  expect(shown('[x](//a.example/)')).toContain('rel="nofollow ugc"')
  expect(shown('[x](/guides)')).not.toContain('rel=')
})

test('deep nesting and odd ends are shown without harm', () => {
  for (const text of [
    '> '.repeat(5000),
    '*'.repeat(5000),
    '['.repeat(5000),
    '- '.repeat(500),
    '```',
    '\u0000',
  ])
    expect(shown(text)).toContain('app-markdown')
})
