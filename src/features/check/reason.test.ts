import { expect, test } from 'vitest'
import { aroundMarks, reasonInWords } from './reason.ts'

const said = (segments: { text: string }[]) => segments.map(({ text }) => text).join('')

test('what met is quoted with the few words around it', () => {
  const mark = { text: 'missed bins', isMarked: true }
  expect(
    said(
      aroundMarks([
        { text: 'Residents keep phoning about ' },
        mark,
        { text: ' and we cannot see the crews' },
      ]),
    ),
  ).toBe('… keep phoning about missed bins and we cannot …')
  expect(said(aroundMarks([{ text: 'Our ' }, mark, { text: ' again' }]))).toBe('Our missed bins again')
  expect(
    said(
      aroundMarks([mark, { text: ' one two three four five six seven ' }, { text: 'lorry', isMarked: true }]),
    ),
  ).toBe('missed bins one two three … five six seven lorry')
  expect(aroundMarks([])).toEqual([])
})

test('a word that fills the whole question is quoted whole, and nobody waits for it', () => {
  const long = 'a'.repeat(2900)
  const before = { text: `${long} one two three four ` }
  expect(said(aroundMarks([before, { text: 'bins', isMarked: true }]))).toBe('… two three four bins')
  expect(said(aroundMarks([{ text: `so ${long}   ` }, { text: 'bins', isMarked: true }]))).toBe(
    `so ${long}   bins`,
  )
})

test('a reason in words says whose words they are', () => {
  const reason = { yours: [{ text: 'bins' }], theirs: [{ text: 'bin rounds' }], facts: ['Your own council'] }
  expect(reasonInWords({ ...reason, isByEditors: false })).toBe('“bins” met “bin rounds”. Your own council.')
  expect(reasonInWords({ ...reason, isByEditors: true })).toBe(
    '“bins” met a note by Pipeline’s editors, “bin rounds”. Your own council.',
  )
})
