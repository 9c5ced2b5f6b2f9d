import type { Clause } from './clause.ts'

const perYear = { kind: 'money', label: 'Pounds, all parties together' } as const

export const clausesOnEffort: Clause[] = [
  {
    key: 'costs',
    title: 'Costs and shares',
    version: 1,
    why: 'Money that was not spoken of early is what partners fall out over late.',
    settles: 'what it may cost, and who pays which part',
    topics: ['money'],
    ways: [
      {
        key: 'equal',
        label: 'Equal shares',
        paragraphs: [
          'What the parties spend together costs {amount} a year at most. They share it equally:',
          '{equalShares}',
        ],
        blanks: { amount: perYear },
      },
      {
        key: 'population',
        label: 'By population',
        paragraphs: [
          'What the parties spend together costs {amount} a year at most. They share it by the number of their residents (estimates for mid-2020):',
          '{populationShares}',
        ],
        blanks: { amount: perYear },
      },
      {
        key: 'fixed',
        label: 'Fixed shares',
        paragraphs: [
          'What the parties spend together costs {amount} a year at most. They share it so:',
          '{shares}',
        ],
        blanks: {
          amount: perYear,
          shares: { kind: 'shares', label: 'Share of each', hint: 'In per cent. Together they make 100.' },
        },
      },
    ],
  },
  {
    key: 'maintenance',
    title: 'Maintenance',
    version: 1,
    why: 'What nobody is asked to maintain falls back on whoever built it, or on nobody.',
    settles: 'who mends, updates and improves it after it is built',
    topics: [],
    ways: [
      {
        key: 'one',
        label: 'One partner maintains it',
        paragraphs: [
          '{maintainer} keeps the system working, mends security faults within {days} of learning of them, and says in writing what changed. Its costs count among the shared costs.',
        ],
        blanks: {
          maintainer: { kind: 'party', label: 'Who maintains it' },
          days: { kind: 'days', label: 'Days to mend a security fault' },
        },
      },
      {
        key: 'turns',
        label: 'Taking turns',
        paragraphs: [
          'The parties maintain the system in turns of {days}, beginning with {first}. Whoever has the turn mends faults first, and improves it with what time is left.',
        ],
        blanks: {
          days: { kind: 'days', label: 'Days in a turn' },
          first: { kind: 'party', label: 'Who begins' },
        },
      },
      {
        key: 'supplier',
        label: 'A supplier maintains it',
        paragraphs: [
          'A supplier maintains the system under a contract that {holder} holds. The others have a say before it is let, renewed or changed.',
        ],
        blanks: { holder: { kind: 'party', label: 'Who holds the contract' } },
      },
    ],
  },
  {
    key: 'staff-time',
    title: 'Staff time',
    version: 1,
    why: 'Time is what small councils have least of, and what a budget does not show.',
    settles: 'whose people give how much time',
    topics: [],
    ways: [
      {
        key: 'days',
        label: 'Days that each gives',
        paragraphs: [
          'Each party gives {days} of staff time a year to the work, without charge. A party with fewer staff can give money instead, as the parties agree.',
        ],
        blanks: { days: { kind: 'days', label: 'Days a year from each' } },
      },
      {
        key: 'some',
        label: 'Some give time, the others pay',
        paragraphs: [
          '{givers} give the staff time that the work needs. What it costs them counts among the shared costs.',
        ],
        blanks: { givers: { kind: 'parties', label: 'Whose people do the work' } },
      },
      {
        key: 'open',
        label: 'As each can',
        paragraphs: [
          'Each party says every {days} how much staff time it can give until the next time. Nobody is held to more.',
        ],
        blanks: { days: { kind: 'days', label: 'How many days ahead' } },
      },
    ],
  },
]
