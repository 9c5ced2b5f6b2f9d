import { describe, expect, test } from 'vitest'
import { coachDraft, coachTitle, type Draft } from './coach.ts'

const rulesOf = (title: string) => coachTitle(title).map(({ rule }) => rule)
const quotedIn = (title: string) => coachTitle(title).flatMap(({ quotes }) => quotes)
const stemOf = (title: string) => coachTitle(title).find(({ stem }) => stem)?.stem

describe('a title', () => {
  test.each([
    'Residents keep phoning about missed bins and we cannot see what the crews did',
    'Our housing system loses the addresses of repairs',
    'Building control inspections are missed',
    'Design codes are ignored by developers',
    'Use of bed and breakfast for homeless families is rising',
    'Online forms for blue badges are too hard for older people',
    'Staff copy every application because the website and the back office do not talk',
    'Missed bins',
    'Delays in housing repairs',
    'Digital exclusion among older tenants',
    'Reducing invalid planning applications',
  ])('that tells what happens is left alone: %s', title => {
    expect(coachTitle(title)).toEqual([])
  })

  test.each([
    ['Chatbot for council tax questions', 'technology', 'Chatbot'],
    ['Using AI to triage planning applications', 'technology', 'AI'],
    ['Smart sensors in bins', 'technology', 'Smart sensors'],
    ['Pilot of robotics process automation', 'technology', 'robotics process automation'],
    ['Missed bin app', 'technology', 'app'],
    ['Replace Idox', 'product', 'Idox'],
    ['Implementing Salesforce for repairs', 'product', 'Salesforce'],
    ['Carers are lost between Mosaic and the hospital', 'product', 'Mosaic'],
    ['A new case management system for homelessness', 'solution', 'new case management system'],
    ['Build and implement a better way to report potholes', 'solution', 'Build and implement'],
    ['Demand modelling tool for children’s services', 'solution', 'tool'],
    ['We need a booking desk', 'solution', 'We need'],
  ])('with a solution in it is quoted: %s', (title, rule, quote) => {
    expect(rulesOf(title)).toContain(rule)
    expect(quotedIn(title)).toContain(quote)
  })

  test('is quoted by its longest name, once', () => {
    expect(quotedIn('Power BI dashboard for parking')).toEqual(['Power BI', 'dashboard'])
    expect(quotedIn('Chatbot here, chatbot there')).toEqual(['Chatbot', 'chatbot'])
  })

  test('with council words in it is told what they mean, unless they are written out', () => {
    const [advice] = coachTitle('People wait months for a DFG')
    expect(advice).toMatchObject({ rule: 'council-terms', quotes: ['DFG'] })
    expect(advice!.says).toContain('Disabled Facilities Grant')
    expect(coachTitle('People wait for a Disabled Facilities Grant (DFG)')).toEqual([])
    expect(quotedIn('The MTRQ is late')).toEqual(['MTRQ'])
    expect(coachTitle('GPs and the NHS do not know who is at home')).toEqual([])
    expect(coachTitle('RESIDENTS ARE WAITING FOR REPAIRS')).toEqual([])
  })

  test.each([
    ['Chatbot for council tax questions', 'What goes wrong with council tax questions is that …, for …'],
    [
      'Using AI to triage planning applications',
      'When people have to triage planning applications, what goes wrong is …',
    ],
    ['Introduce Microsoft Copilot for social workers', 'What goes wrong for social workers is that …'],
    ['Low-code to improve housing management', 'What goes wrong with housing management is that …, for …'],
    [
      'Chatbot to tell residents about missed bins',
      'What makes it hard to tell residents about missed bins is that …, for …',
    ],
    ['Blockchain', 'What goes wrong today is that …, for …'],
  ])('gets a beginning in its own words: %s', (title, stem) => {
    expect(stemOf(title)).toBe(stem)
  })

  test('of any length and kind is read', () => {
    for (const title of [
      '',
      ' ',
      '(((',
      'x'.repeat(50_000),
      'new '.repeat(10_000),
      'A-'.repeat(20_000),
      '🙂 ﷽',
    ])
      expect(Array.isArray(coachTitle(title))).toBe(true)
  })
})

const sound: Draft = {
  title: 'Tenants wait weeks for repairs that were booked twice',
  happens: 'A repair is booked by phone and again online, and two people come on different days.',
  affected: 'About 400 tenants a month, and the repairs team.',
  evidence: 'We counted 1,212 double bookings in the call log of 2025.',
  cost: 'About £80,000 a year in wasted visits.',
  outcome: 'Double bookings fall from 100 a month to fewer than 10.',
}

describe('a draft', () => {
  test('that says all is left alone', () => {
    expect(coachDraft(sound)).toEqual([])
  })

  test.each([
    [
      'user',
      { title: 'Repairs are booked twice', happens: 'Two visits are made.', affected: 'The borough.' },
    ],
    ['evidence', { evidence: 'It is well known.' }],
    ['evidence', { evidence: '' }],
    ['cost', { cost: ' ' }],
    ['measure', { outcome: 'A modern service that delights.' }],
    ['measure', { outcome: undefined }],
    ['council-terms', { happens: 'The HRA pays for each visit twice.' }],
  ] as const)('that lacks one thing hears of that one: %s', (rule, change) => {
    expect(coachDraft({ ...sound, ...change }).map(advice => advice.rule)).toEqual([rule])
  })

  test('is quoted where it says something that is not enough', () => {
    const [advice] = coachDraft({ ...sound, evidence: 'It is well known.' })
    expect(advice).toMatchObject({ quotes: ['It is well known.'] })
  })
})
