import { expect, test } from 'vitest'
import type { Milestone } from '#features/milestones/index.ts'
import type { PlanParts, PublishedPlan, Update } from '#features/project-plans/index.ts'
import { committeeParagraph } from './committee-paragraph.ts'
import { highlights, type SaidDates, type Told } from './highlights.ts'
import { reportOf } from './report.ts'
import { inThirdPerson } from './third-person.ts'

const at = (day: string) => new Date(`${day}T12:00:00Z`)

const update = (said_on: string, rest: Partial<Update> = {}): Update => ({
  id: `update-${said_on}`,
  plan_id: 'plan',
  organisation_id: 'leeds',
  organisation: 'Leeds City Council',
  said_on,
  version: 1,
  written_at: at(said_on),
  changed_at: at(said_on),
  withdrawn_at: null,
  text: 'We met three crews.',
  next: null,
  in_the_way: null,
  asked: null,
  ...rest,
})

type Version = { on: string; due: string | null; done?: string | true; removed?: true }
const milestone = (title: string, ...versions: Version[]): Milestone => ({
  id: title,
  versions: versions.map(({ on, due, done, removed }, number) => ({
    number: number + 1,
    title,
    due_on: due,
    is_done: done !== undefined,
    done_on: typeof done === 'string' ? done : null,
    is_removed: removed ?? false,
    made_at: at(on),
  })) as unknown as Milestone['versions'],
})

const dates = (made: string, rest: Partial<SaidDates> = {}): SaidDates => ({
  phase: 'alpha',
  starts_on: '2026-09-01',
  ends_on: '2027-06-30',
  finished_on: null,
  stop_reason: null,
  made_at: at(made),
  ...rest,
})

const plan = {
  slug: 'bins',
  state: 'published',
  organisation: { id: 'leeds', name: 'Leeds City Council', slug: 'leeds' },
  partners: [],
  said: { title: 'Fewer missed bins', visibility: 'public', budget: '10k-50k' } as PlanParts,
} as unknown as PublishedPlan

const told = (rest: Partial<Told> = {}) =>
  highlights(
    {
      plan,
      update: update('2026-11-22'),
      previous: update('2026-11-06'),
      isLatest: true,
      milestones: [],
      dates: [dates('2026-09-01')],
      ...rest,
    },
    'https://pipeline.test',
  )

test('what was done counts from the update before to this one, and what comes after is next', () => {
  const facts = told({
    milestones: [
      milestone('Before', { on: '2026-10-01', due: '2026-11-01', done: '2026-11-06' }),
      milestone('Within', { on: '2026-10-01', due: '2026-11-20', done: '2026-11-07' }),
      milestone('After', { on: '2026-10-01', due: '2026-11-30', done: '2026-11-23' }),
      milestone('To come', { on: '2026-10-01', due: '2027-01-31' }),
      milestone('Some day', { on: '2026-10-01', due: null }),
    ],
  })
  expect(facts.done).toEqual([{ title: 'Within', day: '2026-11-07' }])
  expect(facts.next.map(({ title }) => title)).toEqual(['After', 'To come', 'Some day'])
  expect(facts.status).toEqual({ word: 'On its dates', because: null })
})

test('what was said to be done without a day counts from when it was said, unless it came in so', () => {
  const facts = told({
    milestones: [
      milestone('Came in done', { on: '2026-11-20', due: null, done: true }),
      milestone('Ticked', { on: '2026-10-01', due: null }, { on: '2026-11-10', due: null, done: true }),
    ],
  })
  expect(facts.done).toEqual([{ title: 'Ticked', day: '2026-11-10' }])
})

test('a day that moved later since the update before has slipped, and one that has passed is late', () => {
  const facts = told({
    milestones: [
      milestone('Moved', { on: '2026-10-01', due: '2026-12-01' }, { on: '2026-11-10', due: '2027-02-01' }),
      milestone(
        'Moved before',
        { on: '2026-10-01', due: '2026-12-01' },
        { on: '2026-11-01', due: '2027-02-01' },
      ),
      milestone('Sooner', { on: '2026-10-01', due: '2027-03-01' }, { on: '2026-11-10', due: '2027-02-01' }),
    ],
  })
  expect(facts.moved).toEqual([{ title: 'Moved', from: '2026-12-01', to: '2027-02-01' }])
  expect(facts.status).toEqual({ word: 'Moved', because: '1 milestone moved to a later day' })
  const late = told({ milestones: [milestone('Late', { on: '2026-10-01', due: '2026-11-21' })] })
  expect(late.late).toEqual([{ title: 'Late', day: '2026-11-21' }])
  expect(late.status).toEqual({ word: 'Late', because: '1 milestone is past its day' })
})

test('an older report does not change with what is said later, and what was taken out is in none', () => {
  const milestones = [
    milestone('Planned later', { on: '2027-01-10', due: '2027-02-01' }),
    milestone(
      'Done later',
      { on: '2026-10-01', due: '2026-12-01' },
      { on: '2027-01-01', due: '2027-05-01', done: '2027-01-01' },
    ),
    milestone(
      'Taken out',
      { on: '2026-10-01', due: '2026-12-01' },
      { on: '2027-01-01', due: '2026-12-01', removed: true },
    ),
  ]
  expect(told({ milestones, isLatest: false }).next).toEqual([{ title: 'Done later', day: '2026-12-01' }])
  expect(told({ milestones, isLatest: true }).next.map(({ title }) => title)).toEqual([
    'Done later',
    'Planned later',
  ])
})

test('the end of the phase is told with what it was, and a project that stopped or finished says so', () => {
  const moved = told({ dates: [dates('2026-09-01'), dates('2026-11-10', { ends_on: '2027-08-31' })] })
  expect([moved.ends_on, moved.ended_on, moved.status.word]).toEqual(['2027-08-31', '2027-06-30', 'Moved'])
  expect(told({ dates: [dates('2026-09-01', { ends_on: '2026-11-01' })] }).status.word).toBe('Late')
  expect(told({ dates: [dates('2026-09-01', { stop_reason: 'No money' })] }).status.word).toBe('Stopped')
  expect(told({ dates: [dates('2026-09-01', { finished_on: '2026-11-20' })] }).status.word).toBe('Finished')
  expect(told({ dates: [dates('2026-09-01', { ends_on: null })] }).status.word).toBe('No dates to judge by')
})

test('an update of a day before counts what was said until it was written', () => {
  const facts = told({
    update: update('2026-11-21', { written_at: at('2026-11-22') }),
    milestones: [
      milestone('Moved', { on: '2026-10-01', due: '2026-12-01' }, { on: '2026-11-22', due: '2027-02-01' }),
    ],
  })
  expect(facts.moved).toHaveLength(1)
})

test('the committee reads one well-formed paragraph in the third person', () => {
  const facts = told({
    update: update('2026-11-22', {
      text: 'We met three crews and drew our map:\n\n- two in five reports get lost\n- the rest are late',
      next: 'We’ll build a prototype.',
      in_the_way: 'The supplier has not given us the interface.',
      asked: 'A second district.',
    }),
    milestones: [
      milestone('Map drawn', { on: '2026-10-01', due: '2026-11-20', done: '2026-11-17' }),
      milestone('Prototype tested', { on: '2026-10-01', due: '2027-01-31' }),
    ],
  })
  expect(committeeParagraph(facts)).toBe(
    'Fewer missed bins: position at 22 November 2026. This project is led by Leeds City Council. ' +
      'The project is in its alpha phase, which is estimated to end on 30 June 2027. ' +
      'The team met three crews and drew the team’s map: two in five reports get lost; the rest are late. ' +
      'Since the previous update, of 6 November 2026, the following has been completed: Map drawn (17 November 2026). ' +
      'As to next steps: The team will build a prototype. ' +
      'The next milestones are: Prototype tested, due on 31 January 2027. ' +
      'As to risks and issues: The supplier has not given the team the interface. ' +
      'The project is running to its dates. ' +
      'Support is sought as follows: A second district. ' +
      'The committee is asked to note the position.\n\n' +
      'Source: update published on Pipeline by Leeds City Council, 22 November 2026, https://pipeline.test/projects/bins/updates/update-2026-11-22',
  )
})

test.each([
  ['We’ve met our crews.', 'The team have met the team’s crews.'],
  ['It helps us; we’re glad.', 'It helps the team; the team are glad.'],
  ['The US office', 'The US office'],
  ['I met the crews.', null],
  ['They said “we never know”.', null],
  ['Bonus buses use us.', 'Bonus buses use the team.'],
])('%s is told in the third person, or left as it was said', (said, turned) => {
  expect(inThirdPerson(said)).toBe(turned)
})

test('the report leaves out what nobody said, and says who may read what is not public', () => {
  const report = reportOf(told())
  expect(report.sections.map(({ title }) => title)).toEqual(['What was done'])
  const closed = {
    ...plan,
    said: { ...plan.said, visibility: 'public-sector', budget: null },
  } as PublishedPlan
  const hidden = reportOf(told({ plan: closed }))
  expect(hidden.closing).toContain('Not public. Who may read it: councils and other public bodies.')
  expect(hidden.facts.map(({ label }) => label)).not.toContain('Budget')
})
