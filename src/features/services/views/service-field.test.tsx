import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ServiceField } from './service-field.tsx'

test('is a text field that keeps what was typed, with names to choose from where given', () => {
  const html = renderToString(<ServiceField name="service" value="bins" options={['Dog waste bins']} />)
  expect(html).toContain('list="service-options"')
  expect(html).toContain('<datalist id="service-options"><option value="Dog waste bins"></option></datalist>')
  expect(html).toContain('value="bins"')
})

test('asks which service was meant, under the same name, when the words were not clear', () => {
  const suggestions = [{ id: 1, name: 'Litter bins', status: 'live' as const }]
  const html = renderToString(<ServiceField name="service" value="bins" suggestions={suggestions} />)
  expect(html).toContain('There is no service called “bins”')
  expect(html).toMatch(/type="radio" value="Litter bins"/)
  expect(html).not.toContain('type="text"')
})
