import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Document } from './layout.tsx'

const shown = (more: Partial<Parameters<typeof Document>[0]>) =>
  render(
    <Document
      title="Missed bins"
      baseUrl="https://pipeline.example"
      navigation={[
        { label: 'Check', href: '/' },
        { label: 'Problems', href: '/problems', active: true },
      ]}
      footer={[{ label: 'Privacy', href: '/privacy' }]}
      {...more}
    >
      <h1>Missed bins</h1>
    </Document>,
  )

test('a page names itself, says where it lives and what it is about', () => {
  const html = shown({ path: '/problems/1', description: 'Bins that "nobody" collects' })
  expect(html).toContain('<title>Missed bins – Pipeline</title>')
  expect(html).toContain('<link rel="canonical" href="https://pipeline.example/problems/1"/>')
  expect(html).toContain('<meta name="description" content="Bins that &quot;nobody&quot; collects"/>')
  expect(html).toMatch(/og:image" content="https:\/\/pipeline\.example\/assets\/social-card[\w-]*\.png"/)
})

test('a page that is no place has no canonical address', () => {
  expect(shown({})).not.toMatch(/rel="canonical"|og:url/)
})

test('the section that holds a page is marked in the bar', () => {
  expect(shown({}).match(/aria-current="true"/g)).toHaveLength(1)
})

test('the skip link leads to the main part', () => {
  const html = shown({})
  expect(html).toContain('href="#main-content"')
  expect(html).toContain('<main class="app-main" id="main-content">')
})
