import type { Clause } from './clause.ts'

const notice = { kind: 'days', label: 'Days of notice' } as const

export const clausesOnDeciding: Clause[] = [
  {
    key: 'decisions',
    title: 'Decisions',
    version: 1,
    why: 'Who may decide what is the difference that most often stays unspoken.',
    settles: 'how the parties decide together',
    topics: ['who-decides'],
    ways: [
      {
        key: 'consent',
        label: 'By consent',
        paragraphs: [
          'A decision is made when no party has a reasoned objection within {days} of being asked. Each party has one voice, whatever its size.',
        ],
        blanks: { days: { kind: 'days', label: 'Days to object' } },
      },
      {
        key: 'vote',
        label: 'By vote',
        paragraphs: [
          'A decision is made by more than half of the parties. Each party has one vote, whatever its size. What changes shares of cost or this agreement needs all of them.',
        ],
        blanks: {},
      },
      {
        key: 'one',
        label: 'One decides after advice',
        paragraphs: [
          '{decider} decides after it has asked every party for advice and answered it in writing. What changes shares of cost or this agreement needs all parties.',
        ],
        blanks: { decider: { kind: 'party', label: 'Who decides' } },
      },
    ],
  },
  {
    key: 'joining',
    title: 'Joining',
    version: 1,
    why: 'Others will want in, and it should be known at what price.',
    settles: 'how another organisation becomes a party',
    topics: [],
    ways: [
      {
        key: 'sign',
        label: 'By signing, once all agree',
        paragraphs: [
          'Another organisation becomes a party when all parties have agreed to it and it has signed this text. Shares of cost are then set anew in a new version.',
        ],
        blanks: {},
      },
      {
        key: 'fee',
        label: 'By signing and paying towards what was spent',
        paragraphs: [
          'Another organisation becomes a party when all parties have agreed to it, it has signed this text and paid {amount} towards what was spent so far.',
        ],
        blanks: { amount: { kind: 'money', label: 'Pounds to pay in' } },
      },
    ],
  },
  {
    key: 'leaving',
    title: 'Leaving',
    version: 1,
    why: 'A way out that is known from the start makes it safe to come in.',
    settles: 'how a party goes, and what it owes and keeps',
    topics: ['exit'],
    ways: [
      {
        key: 'notice',
        label: 'With notice',
        paragraphs: [
          'A party can leave with {days} of notice in writing. Until then it pays its share. It keeps a copy of what was made and takes its data with it.',
        ],
        blanks: { days: notice },
      },
      {
        key: 'after',
        label: 'After a first period',
        paragraphs: [
          'No party leaves before {day}. After that a party can leave with {days} of notice in writing. Until it has left it pays its share. It keeps a copy of what was made and takes its data with it.',
        ],
        blanks: { day: { kind: 'date', label: 'Nobody leaves before' }, days: notice },
      },
    ],
  },
  {
    key: 'dispute',
    title: 'Dispute',
    version: 1,
    why: 'A way to disagree that is agreed beforehand costs less than one found in anger.',
    settles: 'what happens when the parties cannot agree',
    topics: [],
    ways: [
      {
        key: 'raise',
        label: 'Raise it step by step',
        paragraphs: [
          'The people who do the work try to settle a disagreement first. After {days} it goes to a senior officer of each party. If they do not settle it either, the parties ask a mediator and share the cost.',
        ],
        blanks: { days: { kind: 'days', label: 'Days before it goes up' } },
      },
      {
        key: 'friend',
        label: 'Ask a neutral third',
        paragraphs: [
          'When the parties cannot agree within {days}, they ask {who} for advice, and give reasons if they do not follow it.',
        ],
        blanks: {
          days: { kind: 'days', label: 'Days to agree among themselves' },
          who: {
            kind: 'words',
            label: 'Whom they ask',
            hint: 'An organisation or an office, not a person’s name',
            most: 120,
          },
        },
      },
    ],
  },
  {
    key: 'binding',
    title: 'Legally binding or not',
    version: 1,
    why: 'Each party must know whether a court could hold it to this.',
    settles: 'whether this is a contract',
    topics: [],
    ways: [
      {
        key: 'not',
        label: 'Not legally binding',
        paragraphs: [
          'This agreement states what the parties mean to do. It is not meant to be legally binding, except for what it says on data and on the right to use what was made.',
        ],
        blanks: {},
      },
      {
        key: 'binding',
        label: 'Legally binding',
        paragraphs: [
          'This agreement is meant to be legally binding on each party from the day on which all of them have signed it. It is under the law of {law}.',
        ],
        blanks: {
          law: {
            kind: 'choice',
            label: 'Which law',
            options: {
              'england-and-wales': 'England and Wales',
              scotland: 'Scotland',
              'northern-ireland': 'Northern Ireland',
            },
          },
        },
      },
    ],
  },
]
