/** One kind of thing that is kept: a line of the table in the privacy notice, which must be true. */
export type Retention = {
  order: number
  what: string
  why: string
  until: string
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What a feature keeps that has to do with a person, and how long; said in the privacy notice. */
    retention: Retention
  }
}

/** What the program keeps by itself, whatever features there are. */
export const retention: Retention[] = [
  {
    order: 10,
    what: 'What you ask on the check page or in the search',
    why: 'It stands in the address of the answer, so that you can keep it and send it on.',
    until: 'Not kept by us at all, and not logged.',
  },
  {
    order: 50,
    what: 'That it was you who wrote, asked or confirmed something for your organisation',
    why: 'So that colleagues know whom to ask, and your name can stand there if you chose to be shown.',
    until: 'Until you are erased. The words stay: they are the organisation’s.',
  },
  {
    order: 70,
    what: 'The record of what was done: what happened, when, and a random number for who did it',
    why: 'So that an organisation can see what was done in its name, and nobody can change the record afterwards.',
    until: 'For good. Once you are erased, the number leads to nobody.',
  },
  {
    order: 75,
    what: 'Log lines: which kind of page was asked for, whether it was answered, and how long that took',
    why: 'To see that the site works, and to mend it.',
    until:
      'As long as whoever runs this site keeps its logs. They hold no name, no address and no word you typed.',
  },
]
