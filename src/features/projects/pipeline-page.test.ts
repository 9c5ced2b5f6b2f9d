import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { readPhase, readPipelinePage } from './pipeline-page.ts'

const saved = readFileSync(inRoot('data/content/pipeline-page-263.txt'), 'utf8')

function read(text: string) {
  const result = readPipelinePage(text)
  if ('refusal' in result) throw new Error(result.refusal)
  return result
}

const small = `Better bins ALPHA

Project details:

Organisation Someshire Council
Budget £50K > £100k
Phase start 1 April 2019

Problem to be solved

Nobody knows which bins were missed.
`

describe('page 263 as it was saved', () => {
  const { page, remarks } = read(saved)

  test('gives every detail', () => {
    expect(page).toMatchObject({
      title: 'Discovery into improving digital collaboration between Local Authorities',
      phase: 'discovery',
      organisation: 'MHCLG',
      department: 'Digital Directorate',
      collaborationLevel: 'Share Ideas',
      budget: { min: 50_000, max: 100_000 },
      budgetAsPublished: '£50K > £100k',
      startsOn: '2019-03-18',
      endsOn: '2019-06-28',
      tags: [],
      otherSections: [],
      updates: [],
    })
    expect(remarks).toEqual([])
  })

  test('gives all seven sections with their paragraphs', () => {
    const { sections } = page
    expect(Object.keys(sections)).toEqual([
      'why',
      'problem',
      'usersAndNeeds',
      'marketEngagement',
      'priorWork',
      'existingTeam',
      'additionalInfo',
    ])
    expect(sections.why).toMatch(/^The Local Digital Declaration .* principle to be realised\.$/)
    expect(sections.problem).toMatch(/^The structure .* sharing of knowledge\.$/)
    expect(sections.usersAndNeeds?.split('\n\n')).toHaveLength(2)
    expect(sections.marketEngagement?.split('\n\n')).toHaveLength(2)
    expect(sections.priorWork).toContain('Hackney have done user research')
    expect(sections.existingTeam).toMatch(/build team capacity\.$/)
    expect(sections.additionalInfo).toBe(
      'This project is also listed on the UK Government Digital Marketplace:',
    )
  })

  test('reads the same with Windows or old Mac line ends, a byte order mark and more blank lines', () => {
    const page263 = read(saved).page
    expect(read(saved.replaceAll('\n', '\r\n')).page).toEqual(page263)
    expect(read(saved.replaceAll('\n', '\r')).page).toEqual(page263)
    expect(read(`\uFEFF\n\n${saved.replaceAll('\n\n', '\n\n\n\n')}\n\n`).page).toEqual(page263)
  })
})

test('a person and an e-mail address are left out, with a remark each', () => {
  const { page, remarks } = read(
    `${small.replace('Budget', 'Key Contact Pat Example\nBudget')}\nAsk pat@example.gov.uk for more.\n`,
  )
  expect(JSON.stringify(page)).not.toMatch(/Pat Example|example\.gov\.uk/)
  expect(page.budget).toEqual({ min: 50_000, max: 100_000 })
  expect(remarks).toEqual([
    { line: 6, remark: 'The key contact is a person and is left out.' },
    { line: 14, remark: 'An e-mail address is left out.' },
  ])
})

test('a contact named on the line below its label is left out, too', () => {
  const { page, remarks } = read(small.replace('Budget', 'Key contact:\nPat Example\nBudget'))
  expect(JSON.stringify(page)).not.toContain('Pat Example')
  expect(remarks).toEqual([{ line: 7, remark: 'The key contact is a person and is left out.' }])
})

test('sections may be missing, come in another order, or stand before the details', () => {
  const { page } = read(`Better bins
ALPHA

Existing team

Two of us.

Why the work is being done

It costs money.

Project details

Organisation: Someshire Council
Phase estimated end: 30/09/2019
`)
  expect(page).toMatchObject({
    title: 'Better bins',
    phase: 'alpha',
    organisation: 'Someshire Council',
    startsOn: null,
    endsOn: '2019-09-30',
    sections: { existingTeam: 'Two of us.', why: 'It costs money.' },
  })
})

test('a heading that no known page has is kept with its text', () => {
  const { page } = read(
    `${small}\nWhat it would save\n\nAbout a lorry a day, we think.\n\nExisting team\n\nTwo of us.\n`,
  )
  expect(page.sections.problem).toBe('Nobody knows which bins were missed.')
  expect(page.otherSections).toEqual([
    { heading: 'What it would save', text: 'About a lorry a day, we think.' },
  ])
  expect(page.sections.existingTeam).toBe('Two of us.')
})

test('a list of short lines in a section is not taken for headings', () => {
  const { page } = read(`${small}\nExisting team\n\nA designer\n\nA developer\n\nA researcher\n`)
  expect(page.sections.existingTeam).toBe('A designer\n\nA developer\n\nA researcher')
  expect(page.otherSections).toEqual([])
})

test('status updates are cut at their dates', () => {
  const { page } = read(`${small}
Status updates

Under way.

12 April 2019
We met the crews.

They told us more.
03/05/2019: First dashboard shown.
`)
  expect(page.updates).toEqual([
    { date: null, text: 'Under way.' },
    { date: '2019-04-12', text: 'We met the crews.\n\nThey told us more.' },
    { date: '2019-05-03', text: 'First dashboard shown.' },
  ])
})

test('what is not understood is said with its line, and the rest is read', () => {
  const { page, remarks } = read(
    small
      .replace('£50K > £100k', 'a fair bit')
      .replace('1 April 2019', 'soon')
      .replace('Phase start', 'Mood good\nPhase start'),
  )
  expect(page).toMatchObject({
    title: 'Better bins',
    budget: null,
    budgetAsPublished: 'a fair bit',
    startsOn: null,
  })
  expect(remarks).toEqual([
    { line: 6, remark: '“a fair bit” was not understood.' },
    { line: 7, remark: '“Mood good” was not understood and is left out.' },
    { line: 8, remark: '“soon” was not understood.' },
  ])
})

test('site furniture before the title is left out', () => {
  const { page, remarks } = read(`Sign in\n\n${small}`)
  expect(page.title).toBe('Better bins')
  expect(remarks).toEqual([{ line: 1, remark: '“Sign in” was not understood and is left out.' }])
})

test('a title may begin with the word of a detail', () => {
  const { page } = read(small.replace('Better bins', 'Budget planning for bins'))
  expect(page).toMatchObject({ title: 'Budget planning for bins', phase: 'alpha', budget: { min: 50_000 } })
})

test('details are found without their heading', () => {
  const { page } = read(small.replace('Project details:', ''))
  expect(page).toMatchObject({ organisation: 'Someshire Council', startsOn: '2019-04-01' })
})

test('tags are told apart, and “No tags” is none', () => {
  expect(read(small.replace('Budget', 'Tags waste, crews\nBudget')).page.tags).toEqual(['waste', 'crews'])
  expect(read(small.replace('Budget', 'Tags No tags\nBudget')).page.tags).toEqual([])
})

test('a page without a title is refused', () => {
  expect(readPipelinePage('\n\n')).toEqual({ line: 1, refusal: 'The page has no title.' })
  expect(readPipelinePage('Project details:\nOrganisation X')).toMatchObject({ line: 1 })
})

test('a phase is read whatever its letters', () => {
  expect(readPhase(' Beta ')).toBe('beta')
  expect(readPhase('GAMMA')).toBeUndefined()
})
