import type { Topic } from './topic.ts'
import { optionsOf, ownWords } from './topic-fields.ts'

export const waysOfWorking: Topic = {
  name: 'ways-of-working',
  title: 'Ways of working',
  question: 'How do you work?',
  why: 'Collaborations failed because processes were incompatible.',
  fields: [
    {
      kind: 'one',
      name: 'rhythm',
      label: 'How is the work cut up?',
      options: optionsOf({
        sprints: 'Sprints of a few weeks, planned anew after each',
        stages: 'Stages with a gate, planned ahead',
        flow: 'A list, worked off as time allows',
      }),
    },
    {
      kind: 'one',
      name: 'meets',
      label: 'How often should the partners meet?',
      options: optionsOf({
        daily: 'Most days',
        weekly: 'Every week',
        fortnightly: 'Every two weeks',
        monthly: 'Every month',
        rarely: 'When there is something to decide',
      }),
    },
    {
      kind: 'one',
      name: 'openness',
      label: 'Who sees the work while it is going on?',
      options: optionsOf({
        open: 'Everyone: we work in the open',
        sector: 'Councils and other public bodies',
        partners: 'Only the partners, until it is finished',
      }),
    },
    ownWords('What do you need from others so that you can work like this?'),
  ],
}

export const pace: Topic = {
  name: 'pace',
  title: 'Pace',
  question: 'When do you want it, and what time can you give?',
  why: 'Work with others has to be easy to get in and out of, or the day job swallows it.',
  fields: [
    {
      kind: 'day',
      name: 'wanted_by',
      label: 'By which day do you want something in use?',
      hint: 'For example, 31 March 2027',
    },
    {
      kind: 'one',
      name: 'sure',
      label: 'How sure is that day?',
      options: optionsOf({
        fixed: 'Fixed: after it, it is no use to us',
        aimed: 'We aim for it, and could move',
        guess: 'A guess',
      }),
    },
    {
      kind: 'one',
      name: 'days',
      label: 'How many days of staff time a month can you give?',
      options: optionsOf({
        none: 'None',
        '1-2': '1 or 2',
        '3-5': '3 to 5',
        '6-10': '6 to 10',
        'over-10': 'More than 10',
      }),
    },
    ownWords('What else are the same people busy with?'),
  ],
}

export const words: Topic = {
  name: 'words',
  title: 'Words we use',
  question: 'What do you call these?',
  why: 'Collaborations failed because culture and internal language differed.',
  fields: [
    { kind: 'term', name: 'term_person', label: 'A person whom the service is for' },
    { kind: 'term', name: 'term_request', label: 'What that person sends or asks for' },
    { kind: 'term', name: 'term_record', label: 'The record that you keep about it' },
    { kind: 'term', name: 'term_work', label: 'A piece of work with a beginning and an end' },
    { kind: 'term', name: 'term_first', label: 'The first thing that is put into use' },
    { kind: 'term', name: 'term_done', label: 'The moment at which it is finished' },
    ownWords('A word that others often understand wrongly, and what you mean by it.'),
  ],
}

export const tools: Topic = {
  name: 'tools',
  title: 'Tools we can open',
  question: 'Which of these can your people open?',
  why: 'Tools differ and are blocked: what one partner works in, another cannot open.',
  fields: [
    { kind: 'some', name: 'tools', label: 'On the computers that they have', options: [], orNone: true },
    ownWords('Anything else that works or is blocked, and who could change it.'),
  ],
}
