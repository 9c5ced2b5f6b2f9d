import { budgetBandLabels } from '#features/project-plans/index.ts'
import type { Topic } from './topic.ts'
import { optionsOf, ownWords } from './topic-fields.ts'

export const whoDecides: Topic = {
  name: 'who-decides',
  title: 'Who decides',
  question: 'Who in your organisation says yes, and how long does it take?',
  why: 'Collaborations failed because their structure was not agreed in advance.',
  fields: [
    {
      kind: 'one',
      name: 'decider',
      label: 'Who says yes to what binds you?',
      options: optionsOf({
        team: 'The manager of the team',
        service: 'The head of the service',
        director: 'A director or the management board',
        board: 'A board or committee of officers',
        member: 'A cabinet member',
        cabinet: 'The cabinet, a committee of members or the full council',
      }),
    },
    {
      kind: 'one',
      name: 'takes',
      label: 'How long does a decision take?',
      options: optionsOf({
        week: 'A week',
        fortnight: 'Two weeks',
        month: 'A month',
        quarter: 'Three months',
        longer: 'Longer',
      }),
    },
    ownWords('The role or board as you call it, and what it wants to see. Leave out names of people.'),
  ],
}

export const money: Topic = {
  name: 'money',
  title: 'Money',
  question: 'What can you pay?',
  why: 'Collaborations failed because structure was not agreed in advance; who pays is a part of it.',
  fields: [
    {
      kind: 'one',
      name: 'pays',
      label: 'How would you contribute?',
      options: optionsOf({
        share: 'We can pay a share',
        'in-kind': 'In kind: time of staff, rooms, hosting',
        none: 'We cannot pay or give anything',
      }),
    },
    {
      kind: 'one',
      name: 'band',
      label: 'If you can pay: how much, in all?',
      options: optionsOf(budgetBandLabels),
    },
    {
      kind: 'day',
      name: 'decided_by',
      label: 'By which day must the money be decided?',
      hint: 'For example, 15 January 2027, when your budget closes',
    },
    ownWords('What must the money not be spent on?'),
  ],
}

export const dataTopic: Topic = {
  name: 'data',
  title: 'Data',
  question: 'What may be shared, and where may it be kept?',
  why: 'Councils worried about where information is stored.',
  fields: [
    {
      kind: 'one',
      name: 'shares',
      label: 'What may you share with the partners?',
      options: optionsOf({
        nothing: 'Nothing from our systems',
        made: 'Made-up records only',
        figures: 'Figures in which nobody can be recognised',
        personal: 'Personal data, under an agreement',
      }),
    },
    {
      kind: 'one',
      name: 'kept',
      label: 'Where may it be kept?',
      options: optionsOf({
        own: 'Only on our own servers',
        uk: 'In the United Kingdom',
        europe: 'In the United Kingdom or the European Economic Area',
        anywhere: 'Wherever the law allows',
      }),
    },
    ownWords('Who has to agree, and what do they ask first?'),
  ],
}

export const exit: Topic = {
  name: 'exit',
  title: 'Leaving',
  question: 'If you had to leave, what would you want?',
  why: 'Collaborations failed because nobody planned succession: who takes what over, and when.',
  fields: [
    {
      kind: 'one',
      name: 'notice',
      label: 'How long before should a partner say that it leaves?',
      options: optionsOf({
        none: 'It can leave at once',
        month: 'A month',
        quarter: 'Three months',
        half: 'Six months',
        year: 'A year',
      }),
    },
    {
      kind: 'some',
      name: 'takes_along',
      label: 'What would you take along?',
      options: optionsOf({
        code: 'The code',
        data: 'What we put in, in a form that we can read',
        papers: 'Documents and research',
        licences: 'Our licences and keys',
        money: 'What is left of our money',
        nothing: 'Nothing',
      }),
    },
    ownWords('What would have to happen for you to leave?'),
  ],
}
