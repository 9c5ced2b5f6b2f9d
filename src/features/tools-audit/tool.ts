import {
  type Actor,
  hasDuty,
  isMemberOf,
  isOfPublicSector,
  isPublicSpeaker,
  type Person,
} from '#plumbing/actor.ts'
import type { ToolFactTable } from './tables.ts'

export const purposes = [
  'video',
  'documents',
  'chat',
  'boards',
  'whiteboards',
  'code',
  'files',
  'surveys',
  'mailing',
  'notes',
] as const
export type Purpose = (typeof purposes)[number]

export const purposeLabels: Record<Purpose, string> = {
  video: 'Video calls',
  documents: 'Shared documents',
  chat: 'Chat',
  boards: 'Project boards',
  whiteboards: 'Whiteboards',
  code: 'Code',
  files: 'Sending files',
  surveys: 'Surveys',
  mailing: 'Mailing lists',
  notes: 'Notes in the open',
}

/** What does the same with e-mail and telephone alone, which need nothing that can be blocked. */
export const alwaysThere: Record<Purpose, string> = {
  video: 'Telephone together, and send what is to be looked at by e-mail beforehand.',
  documents:
    'One partner keeps the document, sends it by e-mail and puts in what comes back; telephone over what is unclear.',
  chat: 'E-mail, with one matter in each subject line; telephone when it cannot wait.',
  boards:
    'One partner keeps the list and sends it to all by e-mail on the same day each week; telephone when something slips.',
  whiteboards: 'Send the question by e-mail, and collect what each partner answers on the telephone.',
  code: 'Send it as a file by e-mail, with its version in the name; go through it on the telephone.',
  files: 'E-mail for what fits into one, or several; telephone to agree on another way.',
  surveys: 'Send the questions by e-mail, or ask them on the telephone.',
  mailing: 'E-mail to all partners, from a list that one of them keeps; telephone those who do not answer.',
  notes: 'Send the note to all partners by e-mail, and ask on the telephone what they make of it.',
}

export type Matter = ToolFactTable['matter']

/** What is said of a tool, in this order, and what that means. */
export const matterLabels: Record<Matter, string> = {
  describes: 'What it is',
  maker: 'Maker',
  address: 'Address',
  cost: 'Cost',
  licence: 'Licence',
  'where-kept': 'Where data is kept',
  accessibility: 'Accessibility',
  'sign-in': 'Signing in',
  records: 'Records and freedom of information',
  'runs-on': 'What it needs',
}
export const matters = Object.keys(matterLabels) as Matter[]

/** How far an organisation gets with a tool. */
export const answers = ['open', 'view', 'blocked', 'unknown'] as const
export type ToolAnswer = (typeof answers)[number]

export const answerLabels: Record<ToolAnswer, string> = {
  open: 'Can open and use it',
  view: 'Can view only',
  blocked: 'Blocked',
  unknown: 'Not known',
}

/** At least so many organisations must have said it before everyone sees how many can and cannot. */
const fewestForCounts = 5
export const sayFewest = 'five'

/** How many organisations gave each answer, not counting those older than a year. */
export type Counts = { open: number; view: number; blocked: number }

/** The counts as everyone may see them; null while they could tell who said what. */
export const publicCounts = (counts: Counts): Counts | null =>
  counts.open + counts.view + counts.blocked >= fewestForCounts ? counts : null

export const ratings = ['5', '4', '3', '2', '1'] as const
export const ratingLabels: Record<(typeof ratings)[number], string> = {
  '5': '5: works very well with others',
  '4': '4: works well',
  '3': '3: works, with some trouble',
  '2': '2: hard to work with',
  '1': '1: does not work for us',
}

export const toolPath = (slug: string) => `/tools/${slug}`
export const reviewAnchor = (id: string) => `review-${id}`
export const editToolPath = (slug: string) => `${toolPath(slug)}/edit`
export const reviewToolPath = (slug: string) => `${toolPath(slug)}/reviews/new`
/** Where what an organisation can open stands, and where its people say so. */
export const toolsOfPath = (slug: string) => `/organisations/${slug}/tools`
export const editToolsPath = (slug: string) => `${toolsOfPath(slug)}/edit`

/** Where partners see what all of them can open; the address keeps the choice. */
export const togetherPath = (slugs: string[]) =>
  slugs.length === 0
    ? '/tools/together'
    : `/tools/together?${new URLSearchParams(slugs.map(slug => ['with', slug]))}`

/** Councils and other public bodies propose tools, and curators add them. */
export const mayPropose = (actor: Person) => hasDuty(actor, 'curator') || isPublicSpeaker(actor)

/** What is hidden is for curators, and for the organisation that wrote it. */
export const maySeeHidden = (actor: Actor, organisationId: string | null) =>
  hasDuty(actor, 'curator') || isMemberOf(actor, organisationId)

/** What organisations said, one by one, is for the public sector and for themselves: what is blocked is a hint to attackers. */
export const maySeeAnswers = (actor: Actor, organisationIds: string[]) =>
  isOfPublicSector(actor) || organisationIds.every(id => isMemberOf(actor, id))
