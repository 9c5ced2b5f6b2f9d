import type { Db } from '#plumbing/database/database.ts'
import { type App, type Officer, publishPlan } from './planning.ts'
import type { testApp } from './support.ts'

type Browser = ReturnType<Awaited<ReturnType<typeof testApp>>['freshBrowser']>

/** A table as teams keep their plans. */
export const planTable = `Plan of the bins project,,,,
ID,Milestone,Owner,Due date,Status
1,Crews interviewed,Jo Bloggs,20/11/2026,Complete
2,Prototype tested,Sam Example,31/03/2027,In progress
3,Contract awarded,,soonish,Not started
`

/** As Trello exports a board, with what must not be read. */
export const board = (cards: object[] = boardCards) => ({
  id: '5ee87b007d6f0c3fa2fc00c3',
  name: 'Missed bins',
  desc: 'Ask Jo Bloggs',
  closed: false,
  memberships: [{ id: 'm1', idMember: '57dadf98777eec8e39595043', memberType: 'admin' }],
  members: [{ id: '57dadf98777eec8e39595043', fullName: 'Jo Bloggs', username: 'jobloggs' }],
  lists: [
    { id: 'l1', name: 'To do', closed: false, idBoard: '5ee87b007d6f0c3fa2fc00c3', pos: 1 },
    { id: 'l2', name: 'Done', closed: false, idBoard: '5ee87b007d6f0c3fa2fc00c3', pos: 2 },
    { id: 'l3', name: 'Ideas', closed: false, idBoard: '5ee87b007d6f0c3fa2fc00c3', pos: 3 },
  ],
  cards,
  checklists: [{ id: 'c1', idCard: 'card-2', checkItems: [{ name: 'Ring Jo', state: 'complete' }] }],
  actions: [
    {
      id: 'a1',
      type: 'commentCard',
      date: '2026-11-01T10:00:00.000Z',
      memberCreator: { fullName: 'Jo Bloggs', username: 'jobloggs' },
      data: { text: 'Secret comment', card: { id: 'card-1' } },
    },
  ],
})

const card = (id: string, name: string, idList: string, rest: object = {}) => ({
  id,
  name,
  idList,
  closed: false,
  desc: 'Described by Jo Bloggs',
  due: null,
  dueComplete: false,
  dateLastActivity: '2026-11-18T10:00:00.000Z',
  idMembers: ['57dadf98777eec8e39595043'],
  attachments: [{ name: 'jo-bloggs.pdf', url: 'https://trello.example/jo-bloggs.pdf' }],
  shortUrl: `https://trello.com/c/${id}`,
  ...rest,
})

export const boardCards = [
  card('card-1', 'Crews interviewed', 'l2'),
  // In summer the day in London is the one after that of the moment.
  card('card-2', 'Prototype tested @jobloggs', 'l1', { due: '2027-06-29T23:30:00.000Z' }),
  card('card-3', 'Old thing', 'l1', { closed: true }),
  card('card-4', 'Perhaps a map', 'l3'),
  card('card-5', '  ', 'l1'),
]

/** As GitHub’s interface gives milestones. */
export const githubMilestones = [
  {
    url: 'https://api.github.com/repos/council/bins/milestones/1',
    html_url: 'https://github.com/council/bins/milestone/1',
    id: 1002604,
    node_id: 'MDk6TWlsZXN0b25lMTAwMjYwNA==',
    number: 1,
    state: 'closed',
    title: 'Crews interviewed',
    description: 'by Jo Bloggs',
    creator: { login: 'jobloggs', id: 1, email: 'jo@council.example' },
    open_issues: 0,
    closed_issues: 8,
    created_at: '2026-08-10T20:09:31Z',
    updated_at: '2026-11-12T18:39:18Z',
    closed_at: '2026-11-12T13:22:01Z',
    due_on: '2026-11-15T08:00:00Z',
  },
  {
    url: 'https://api.github.com/repos/council/bins/milestones/2',
    html_url: 'https://github.com/council/bins/milestone/2',
    id: 1002605,
    number: 2,
    state: 'open',
    title: 'Prototype tested',
    description: null,
    creator: { login: 'jobloggs', id: 1 },
    open_issues: 4,
    closed_issues: 1,
    closed_at: null,
    due_on: '2027-03-31T07:00:00Z',
  },
]

/** As GitHub’s interface gives issues: one of a milestone, one without, and a pull request. */
export const githubIssues = [
  issue(11, 'Draw the route', { milestone: githubMilestones[1] }),
  issue(12, 'Fix the log', { state: 'closed', closed_at: '2026-11-10T09:00:00Z' }),
  issue(13, 'Bump a package', {
    pull_request: { url: 'https://api.github.com/repos/council/bins/pulls/13' },
  }),
]

function issue(number: number, title: string, rest: object) {
  return {
    url: `https://api.github.com/repos/council/bins/issues/${number}`,
    html_url: `https://github.com/council/bins/issues/${number}`,
    id: 5000 + number,
    number,
    title,
    state: 'open',
    user: { login: 'jobloggs', id: 1 },
    assignees: [{ login: 'jobloggs', id: 1 }],
    body: 'Written by Jo Bloggs',
    comments: 2,
    milestone: null,
    closed_at: null,
    ...rest,
  }
}

/** Sends a file of a plan; the answer leads to what it says. */
export const sendPlan = (owner: Browser, address: string, content: string | Buffer, name = 'plan.csv') =>
  owner.postFile(`${address}/milestones/imports`, {}, { field: 'file', name, content })

/** The path of a file of a plan that was brought to look at. */
export const bringPlan = async (
  owner: Browser,
  address: string,
  content: string | Buffer = planTable,
  name?: string,
) => String((await sendPlan(owner, address, content, name)).headers.location)

/** Milestones of a project, and two files of them: one taken in, one only looked at. Paths. */
export async function planMilestones(db: Db, owner: Browser, address: string) {
  await owner.post(`${address}/milestones`, { title: 'Crews asked', due_on: '31 March 2027' })
  const { id } = await db
    .selectFrom('milestone')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select('milestone.id')
    .where('slug', '=', address.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  const file = await bringPlan(owner, address)
  await owner.post(`${file}/taking-in`)
  return { milestone: `${address}/milestones/${id}`, file, preview: await bringPlan(owner, address) }
}

/** A project for some only, with an update; paths. */
export async function planForSome(app: App, owner: Officer, visibility: string) {
  const { address } = await publishPlan(app, owner, { parts: { visibility: { visibility } } })
  await owner.post(`${address}/updates`, { text: 'We began.' })
  const { id } = await app.db
    .selectFrom('plan_update')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select('plan_update.id')
    .where('slug', '=', address.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  return { project: address, update: `${address}/updates/${id}` }
}
