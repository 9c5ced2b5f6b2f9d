import { mattersOfSolution } from './solution-matters.ts'
import type { Topic } from './topic.ts'
import { optionsOf, ownWords } from './topic-fields.ts'

export const aims: Topic = {
  name: 'aims',
  title: 'Aims',
  question: 'What are you in this for?',
  why: 'Collaborations failed because aims and priorities were not aligned.',
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

export const mustHaves: Topic = {
  name: 'must-haves',
  title: 'Must-haves',
  question: 'What must it have, or you cannot use it?',
  why: 'Collaborations failed because priorities were not aligned: what you cannot do without is the first of them.',
  fields: [
    {
      kind: 'some',
      name: 'needs',
      label: 'Tick only what you would leave over',
      heading: 'Cannot do without',
      options: optionsOf(mattersOfSolution),
      orNone: true,
    },
    ownWords('Anything else that you could not do without.'),
  ],
}

export const mustNots: Topic = {
  name: 'must-nots',
  title: 'Must-nots',
  question: 'What must it not have or bring, whatever else it does?',
  why: 'Priorities again: what one partner must have, another may not be able to accept.',
  fields: [
    {
      kind: 'some',
      name: 'bars',
      label: 'Tick only what would make you leave',
      heading: 'Cannot accept',
      options: optionsOf(mattersOfSolution),
      orNone: true,
    },
    ownWords('Anything else that you could not accept.'),
  ],
}

export const whyNow: Topic = {
  name: 'why-now',
  title: 'Why now',
  question: 'Why now, and how soon do you have to act?',
  why: 'Timing and its politics decide which councils can go together.',
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

export const users: Topic = {
  name: 'users',
  title: 'Users',
  question: 'Who is it for?',
  why: 'Councils match when they have the same problem; the same words for other people are another problem.',
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
