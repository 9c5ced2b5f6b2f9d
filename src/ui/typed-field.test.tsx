import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { TypedField } from './typed-field.tsx'

const service = { name: 'service', label: 'Service', value: 'bins' }

test('is a text field that keeps what was typed, with names to choose from where given', () => {
  const html = renderToString(<TypedField {...service} options={['Dog waste bins']} />)
  expect(html).toContain('list="service-options"')
  expect(html).toContain('<datalist id="service-options"><option value="Dog waste bins"></option></datalist>')
  expect(html).toContain('value="bins"')
})

test('asks what was meant, under the same name, when the words were not clear', () => {
  const html = renderToString(
    <TypedField {...service} suggestions={['Litter bins']} unknown="There is no service called “bins”." />,
  )
  expect(html).toContain('There is no service called “bins”. Did you mean one of these?')
  expect(html).toMatch(/type="radio" value="Litter bins"/)
  expect(html).toContain('None of these')
  expect(html).not.toContain('type="text"')
})

test('keeps what was typed behind the choice, so that it stands until one is chosen', () => {
  const html = renderToString(<TypedField {...service} suggestions={['Litter bins']} />)
  expect(html.indexOf('type="hidden" name="service" value="bins"')).toBeGreaterThan(
    html.lastIndexOf('type="radio"'),
  )
})
