import { budgetBandLabels } from '#features/project-plans/index.ts'
import { mattersOfSolution } from './solution-matters.ts'
import type { Field, Option, Topic, TopicName } from './topic.ts'

const optionsOf = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const ownWords = (hint: string): Field => ({
  kind: 'words',
  name: 'words',
  label: 'In your own words (optional)',
  hint,
})

const aims: Topic = {
  name: 'aims',
  title: 'Aims',
  question: 'What are you in this for?',
  why: 'Collaborations failed because aims and priorities were not aligned.',
  fact: 5,
  fields: [
    {
      kind: 'ranked',
      name: 'aims',
      label: 'Up to three, the weightiest first',
      options: optionsOf({
        service: 'A better service for residents',
        cost: 'Lower running costs',
        time: 'Less work for staff',
        duty: 'Meet a duty in law',
        replace: 'Replace a system or contract that ends',
        reach: 'Reach people who are left out',
        evidence: 'Learn whether it can work',
        reuse: 'Something that other councils can use again',
        standing: 'Better standing with residents and members',
      }),
    },
    ownWords('What would have to be true in two years for you to say that it was worth it?'),
  ],
}

const mustHaves: Topic = {
  name: 'must-haves',
  title: 'Must-haves',
  question: 'What must it have, or you cannot use it?',
  why: 'Collaborations failed because priorities were not aligned: what you cannot do without is the first of them.',
  fact: 5,
  fields: [
    {
      kind: 'some',
      name: 'needs',
      label: 'Only what you would leave over',
      options: optionsOf(mattersOfSolution),
    },
    ownWords('Anything else that you could not do without.'),
  ],
}

const mustNots: Topic = {
  name: 'must-nots',
  title: 'Must-nots',
  question: 'What must it not have or bring, whatever else it does?',
  why: 'Priorities again: what one partner must have, another may not be able to accept.',
  fact: 5,
  fields: [
    {
      kind: 'some',
      name: 'bars',
      label: 'Only what would make you leave',
      options: optionsOf(mattersOfSolution),
    },
    ownWords('Anything else that you could not accept.'),
  ],
}

const whyNow: Topic = {
  name: 'why-now',
  title: 'Why now',
  question: 'Why now, and how soon do you have to act?',
  why: 'Timing and its politics decide which councils can go together.',
  fact: 4,
  fields: [
    {
      kind: 'one',
      name: 'urgency',
      label: 'How soon?',
      options: optionsOf({
        now: 'Within three months',
        'this-year': 'Within a year',
        later: 'It can wait longer',
      }),
    },
    {
      kind: 'some',
      name: 'reasons',
      label: 'What makes it urgent?',
      options: optionsOf({
        contract: 'A contract ends',
        law: 'A new duty in law',
        savings: 'A savings target',
        failure: 'Complaints, or something went wrong',
        reorganisation: 'The council is being reorganised',
        pledge: 'Councillors have promised it',
        funding: 'Money that must be spent by a day',
        people: 'The people who know it are leaving',
      }),
    },
    ownWords('What happens if you do nothing for a year?'),
  ],
}

const users: Topic = {
  name: 'users',
  title: 'Users',
  question: 'Who is it for?',
  why: 'Councils match when they have the same problem; the same words for other people are another problem.',
  fact: 4,
  fields: [
    {
      kind: 'some',
      name: 'people',
      label: 'Whose day should it change?',
      options: optionsOf({
        residents: 'Residents',
        'left-out': 'Residents who cannot or will not go online',
        crews: 'Staff who deal with residents, or work outside',
        office: 'Staff in the back office',
        managers: 'Managers',
        members: 'Councillors',
        businesses: 'Businesses',
        bodies: 'Partner bodies, such as the health service',
        councils: 'Other councils',
      }),
    },
    {
      kind: 'one',
      name: 'research',
      label: 'How do you know what they need?',
      options: optionsOf({
        lately: 'We asked or watched them within a year',
        earlier: 'We asked or watched them earlier',
        'second-hand': 'From complaints, figures or colleagues',
        'not-yet': 'We have not asked them',
      }),
    },
    ownWords('Who are they, and what do they need to get done?'),
  ],
}

const waysOfWorking: Topic = {
  name: 'ways-of-working',
  title: 'Ways of working',
  question: 'How do you work?',
  why: 'Collaborations failed because processes were incompatible.',
  fact: 5,
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

const pace: Topic = {
  name: 'pace',
  title: 'Pace',
  question: 'When do you want it, and what time can you give?',
  why: 'Work with others has to be easy to get in and out of, or the day job swallows it.',
  fact: 6,
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

const whoDecides: Topic = {
  name: 'who-decides',
  title: 'Who decides',
  question: 'Who in your organisation says yes, and how long does it take?',
  why: 'Collaborations failed because their structure was not agreed in advance.',
  fact: 5,
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

const money: Topic = {
  name: 'money',
  title: 'Money',
  question: 'What can you pay?',
  why: 'Collaborations failed because structure was not agreed in advance; who pays is a part of it.',
  fact: 5,
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

const dataTopic: Topic = {
  name: 'data',
  title: 'Data',
  question: 'What may be shared, and where may it be kept?',
  why: 'Councils worried about where information is stored.',
  fact: 7,
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

const words: Topic = {
  name: 'words',
  title: 'Words we use',
  question: 'What do you call these?',
  why: 'Collaborations failed because culture and internal language differed.',
  fact: 5,
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

const tools: Topic = {
  name: 'tools',
  title: 'Tools we can open',
  question: 'Which of these can your people open?',
  why: 'Tools differ and are blocked: what one partner works in, another cannot open.',
  fact: 7,
  fields: [
    { kind: 'some', name: 'tools', label: 'On the computers that they have', options: [] },
    ownWords('Anything else that works or is blocked, and who could change it.'),
  ],
}

const exit: Topic = {
  name: 'exit',
  title: 'Leaving',
  question: 'If you had to leave, what would you want?',
  why: 'Collaborations failed because nobody planned succession: who takes what over, and when.',
  fact: 5,
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

/** In the order of what breaks collaborations most. */
export const topics: Record<TopicName, Topic> = {
  aims,
  'must-haves': mustHaves,
  'must-nots': mustNots,
  'why-now': whyNow,
  users,
  'ways-of-working': waysOfWorking,
  pace,
  'who-decides': whoDecides,
  money,
  data: dataTopic,
  words,
  tools,
  exit,
}

/** A topic as it is asked: of tools, those on the register by their names. */
export const topicWith = (name: TopicName, toolNames: string[]): Topic =>
  name === 'tools'
    ? {
        ...tools,
        fields: tools.fields.map(field =>
          field.kind === 'some'
            ? { ...field, options: toolNames.map(value => ({ value, label: value })) }
            : field,
        ),
      }
    : topics[name]
