import type { Clause } from './clause.ts'

const holder = { kind: 'party', label: 'Which organisation' } as const

export const clausesOnOwning: Clause[] = [
  {
    key: 'system-owner',
    title: 'Who owns the system',
    version: 1,
    why: 'Hosting, changes and closing down need someone who may say yes.',
    settles: 'who decides about the software itself',
    topics: [],
    ways: [
      {
        key: 'one',
        label: 'One partner owns it for all',
        paragraphs: [
          '{owner} owns the system on behalf of all parties. It does not sell it, close it down or change what it is for unless the others have agreed.',
        ],
        blanks: { owner: holder },
      },
      {
        key: 'all',
        label: 'All own it together',
        paragraphs: [
          'The parties own the system together. {steward} looks after it day to day, and does so as the others ask.',
        ],
        blanks: { steward: { kind: 'party', label: 'Who looks after it day to day' } },
      },
      {
        key: 'each',
        label: 'Each runs and owns its own copy',
        paragraphs: [
          'Each party owns and runs its own copy of the system. What one of them improves it offers to the others.',
        ],
        blanks: {},
      },
    ],
  },
  {
    key: 'service-owner',
    title: 'Who owns the service',
    version: 1,
    why: 'Residents meet a service, not a system, and somebody answers to them for it.',
    settles: 'who answers to residents and councillors',
    topics: [],
    ways: [
      {
        key: 'each',
        label: 'Each for its own residents',
        paragraphs: ['Each party stays responsible for the service to its own residents.'],
        blanks: {},
      },
      {
        key: 'one',
        label: 'One partner for all',
        paragraphs: [
          '{owner} provides the service to the residents of all parties. It reports to the others on how the service does every {days}.',
        ],
        blanks: { owner: holder, days: { kind: 'days', label: 'How many days between reports' } },
      },
    ],
  },
  {
    key: 'data-owner',
    title: 'Who owns the data',
    version: 1,
    why: 'Data protection law asks who decides why and how personal data is used.',
    settles: 'who is controller, and what happens to the data',
    topics: ['data'],
    ways: [
      {
        key: 'each',
        label: 'Each for its own',
        paragraphs: [
          'Each party is the controller of the personal data of its own residents and staff. Whoever runs the system for others handles their data only as they instruct, under a data processing agreement.',
          'A party can have its data out, in a form that other programs read, within {days} of asking.',
        ],
        blanks: { days: { kind: 'days', label: 'Within how many days' } },
      },
      {
        key: 'joint',
        label: 'Together, as joint controllers',
        paragraphs: [
          'The parties decide together why and how the personal data in the system is used, and are joint controllers. {contact} is the first point of contact for people who ask about their data.',
          'They write down who does what towards those people before the first personal data goes in.',
        ],
        blanks: { contact: { kind: 'party', label: 'First point of contact' } },
      },
      {
        key: 'none',
        label: 'No personal data',
        paragraphs: [
          'No personal data goes into the system. Before any does, the parties agree who is its controller.',
        ],
        blanks: {},
      },
    ],
  },
  {
    key: 'open-licence',
    title: 'Intellectual property and open licence',
    version: 1,
    why: 'Without a licence nobody else may use what was made with public money.',
    settles: 'who may use what is made, and on what terms',
    topics: [],
    ways: [
      {
        key: 'open',
        label: 'Open from the first day',
        paragraphs: [
          'Each party keeps the rights in what it makes. All of it is published under {licence} as it is made, at {place}.',
          'Suppliers who write for the parties are contracted on terms that allow this.',
        ],
        blanks: {
          licence: {
            kind: 'choice',
            label: 'Licence',
            options: {
              MIT: 'the MIT Licence',
              'Apache-2.0': 'the Apache Licence 2.0',
              'EUPL-1.2': 'the European Union Public Licence 1.2',
              'AGPL-3.0-or-later': 'the GNU Affero General Public License 3.0 or later',
              'OGL-UK-3.0': 'the Open Government Licence 3.0',
            },
          },
          place: { kind: 'words', label: 'Where it is published', hint: 'An address', most: 200 },
        },
      },
      {
        key: 'among',
        label: 'Free for each other only',
        paragraphs: [
          'Each party keeps the rights in what it makes. The others may use, copy and change it for their own services, without payment and also after this agreement has ended.',
        ],
        blanks: {},
      },
      {
        key: 'one',
        label: 'One holds the rights, all may use it',
        paragraphs: [
          '{holder} holds the rights in what is made together. All parties may use, copy and change it without payment, also after this agreement has ended.',
        ],
        blanks: { holder: { kind: 'party', label: 'Who holds the rights' } },
      },
    ],
  },
  {
    key: 'hosting',
    title: 'Hosting',
    version: 1,
    why: 'Where it runs settles who pays for it, secures it and is called when it is down.',
    settles: 'where the system runs and who keeps it up',
    topics: [],
    ways: [
      {
        key: 'one',
        label: 'One partner hosts for all',
        paragraphs: [
          '{host} hosts the system for all parties, keeps it secure and backs it up every day. It tells the others {days} before it moves it elsewhere.',
        ],
        blanks: {
          host: { kind: 'party', label: 'Who hosts' },
          days: { kind: 'days', label: 'Days of notice of a move' },
        },
      },
      {
        key: 'supplier',
        label: 'A supplier hosts, one partner holds the contract',
        paragraphs: [
          'A supplier hosts the system. {holder} holds the contract with it, and agrees changes of that contract with the others.',
        ],
        blanks: { holder: { kind: 'party', label: 'Who holds the contract' } },
      },
      {
        key: 'each',
        label: 'Each hosts its own',
        paragraphs: ['Each party hosts, secures and backs up its own copy.'],
        blanks: {},
      },
    ],
  },
  {
    key: 'licences-and-keys',
    title: 'Who holds licences and keys',
    version: 1,
    why: 'Work stops when the one account that owns the code, the domain or the licence is out of reach.',
    settles: 'who can get in when somebody is away',
    topics: ['tools'],
    ways: [
      {
        key: 'two',
        label: 'Always two partners',
        paragraphs: [
          'Accounts, domains, licences and keys are held by {first}. {second} can reach every one of them without asking.',
          'None of them hangs on one person alone.',
        ],
        blanks: {
          first: { kind: 'party', label: 'Who holds them' },
          second: { kind: 'party', label: 'Who can reach them too' },
        },
      },
      {
        key: 'each',
        label: 'Each holds its own',
        paragraphs: [
          'Each party holds the accounts, licences and keys that it pays for, with at least two people who can reach them. A list of all is kept where every party sees it.',
        ],
        blanks: {},
      },
    ],
  },
]
