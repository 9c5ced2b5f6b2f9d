import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { screenTexts } from './screen.ts'
import { ScreenFindings } from './views/screen-findings.tsx'
import { WithheldNotice } from './views/withheld-notice.tsx'

test('findings are quoted under the label of their field, once, with the way to change it', () => {
  const findings = screenTexts([
    { field: 'why', label: 'Why now', text: 'Ring 07700 900123 or 01632 960001.', href: '/problems/new/why' },
  ])
  const html = renderToString(<ScreenFindings findings={findings} />)
  expect(html.match(/<h3[^>]*>Why now<\/h3>/g)).toHaveLength(1)
  expect(html).toContain('“07700 900123”: a phone number')
  expect(html).toContain('“01632 960001”: a phone number')
  expect(html).toContain('href="/problems/new/why"')
  expect(html).toContain('publish all the same')
})

test('where nothing is found nothing is said', () => {
  expect(renderToString(<ScreenFindings findings={[]} />)).toBe('')
})

test('what is withheld says why and since when; what is held says that it waits', () => {
  const since = new Date('2026-11-21T23:30:00Z')
  const withheld = renderToString(
    <WithheldNotice state="withheld" reason="It quotes a supplier’s price." since={since} />,
  )
  expect(withheld).toContain('Withheld on 21 November 2026')
  expect(withheld).toContain('It quotes a supplier’s price.')
  const held = renderToString(<WithheldNotice state="held" reason={null} since={since} />)
  expect(held).toContain('waits for a curator, since 21 November 2026')
})
