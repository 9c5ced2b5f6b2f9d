import { expect } from 'vitest'
import type { World } from '../matrix/world.ts'
import type { Form } from '../support.ts'
import type { Attackers } from './attacked-site.ts'
import { harmOf } from './harm.ts'
import { type Field, formsIn, type PageForm } from './page-forms.ts'

/** What a form keeps of words: all but what no database or page can hold, and nothing at the ends. */
export const kept = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Control characters are the matter here.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .trim()

/** Strings in lines of texts of at most so many characters. */
export function inTexts(strings: string[], most: number): string[] {
  const texts: string[] = []
  for (const text of strings) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + text.length <= most)
      texts[texts.length - 1] = `${last}\n${text}`
    else texts.push(text)
  }
  return texts
}

type Edited = { form: string; shown: string[]; chosen?: Form }

/** Forms that are opened again with what was sent, and the pages that show it. */
export const editedForms: Record<string, (world: World) => Edited> = {
  ...Object.fromEntries(
    ['what-happens', 'affected', 'evidence', 'cost', 'tried', 'outcome'].map(part => [
      `the part ${part} of a problem`,
      ({ problem }: World) => ({ form: `${problem}/parts/${part}`, shown: [problem, `${problem}/history`] }),
    ]),
  ),
  ...Object.fromEntries(
    ['title', 'why', 'users', 'joining', 'team', 'prior-work', 'market', 'more', 'outcome'].map(part => [
      `the part ${part} of a project`,
      ({ plan, project }: World) => ({
        form: `${plan}/parts/${part}`,
        shown: [project, `${project}/history`],
      }),
    ]),
  ),
  'an update': ({ update, project }) => ({ form: `${update}/text`, shown: [update, project] }),
  'a stance': ({ problemElsewhere }) => ({
    form: `${problemElsewhere}/stance`,
    chosen: { says: 'tried-and-stopped', why: 'It cost too much.' },
    shown: [`${problemElsewhere}/stances/leeds-city-council`, `${problemElsewhere}/stances`],
  }),
  'what a person says of themselves': () => ({
    form: '/account/profile',
    shown: ['/account', '/organisations/leeds-city-council/people'],
  }),
}

export const isWritten = ({ kind }: Field) => kind !== 'chosen'
export const valuesOf = (fields: Field[]): Form =>
  Object.fromEntries(fields.map(({ name, values }) => [name, values]))
export const refusedIn = (html: string) =>
  [...html.matchAll(/<a href="#([\w-]+)">/g)].map(([, field]) => field!)

/** The form of a page that asks for words. */
export async function openForm({ get }: Attackers, path: string): Promise<PageForm> {
  const { body } = await get(path, 'lead')
  return formsIn(body).find(({ fields }) => fields.some(isWritten))!
}

/** Sends a form, and again without what was refused with a reason; what was taken in. */
export async function sendWords(
  { send }: Attackers,
  { action, fields }: PageForm,
  words: Record<string, string>,
  chosen: Form,
): Promise<string[]> {
  const at = { as: 'lead', path: action } as const
  const rest = {
    ...valuesOf(fields),
    ...chosen,
    screened: 'yes',
    ...(!fields.some(({ name }) => name === 'seen') && { seen: 'yes' }),
  }
  const answer = await send(at, { ...rest, ...words })
  if (answer.statusCode === 303) return Object.keys(words)
  expect([action, answer.statusCode]).toEqual([action, 422])
  expect(harmOf(answer)).toEqual([])
  const refused = refusedIn(answer.body)
  expect(refused).not.toEqual([])
  const again = formsIn(answer.body).find(form => form.action === action)!
  for (const { name, values } of again.fields.filter(({ name }) => refused.includes(name)))
    expect([name, kept(values[0]!)]).toEqual([name, kept(words[name] ?? '')])
  const others = Object.fromEntries(Object.entries(words).filter(([name]) => !refused.includes(name)))
  expect([others, (await send(at, { ...rest, ...others })).statusCode]).toEqual([others, 303])
  return Object.keys(others)
}

type Sent = {
  as?: 'lead' | 'curator'
  path: string
  words: string[]
  form?: Form
  shown: [path: string, as: 'lead' | 'curator'][]
}

/** Forms that are sent once, and the pages that then show their words. */
export const sentForms: Record<string, (world: World) => Sent> = {
  'an organisation to be added': () => ({
    path: '/organisation-additions/new',
    form: { kind: 'charity', isNew: 'yes' },
    words: ['name', 'ground'],
    shown: [['/organisation-additions', 'curator']],
  }),
  'a tie between organisations': () => ({
    path: '/organisations/leeds-city-council/ties',
    form: { way: 'owns', other: 'Surrey County Council' },
    words: ['ground'],
    shown: [['/organisation-additions', 'curator']],
  }),
  'a report': ({ moderationCase }) => ({
    path: '/report',
    form: { kind: 'problem', id: moderationCase.split('/').at(-1)!, reason: 'wrong' },
    words: ['words'],
    shown: [
      [moderationCase, 'curator'],
      ['/moderation', 'curator'],
    ],
  }),
  'the reason for withholding': ({ moderationCase, problem }) => ({
    as: 'curator',
    path: `${moderationCase}/withholding`,
    words: ['withholding'],
    shown: [
      [moderationCase, 'curator'],
      [problem, 'lead'],
    ],
  }),
  'a letter of a curator': ({ moderationCase }) => ({
    as: 'curator',
    path: `${moderationCase}/letter`,
    words: ['letter'],
    shown: [[moderationCase, 'curator']],
  }),
  'the reason for withdrawing a problem': ({ problem }) => ({
    path: `${problem}/withdrawal`,
    words: ['note'],
    shown: [[problem, 'lead']],
  }),
  'how a problem was solved': ({ problem }) => ({
    path: `${problem}/solution`,
    words: ['note'],
    shown: [[problem, 'lead']],
  }),
  'the reason for withdrawing a project': ({ plan, project }) => ({
    path: `${plan}/withdrawal`,
    words: ['note'],
    shown: [[project, 'lead']],
  }),
  'the reason for stopping a project': ({ plan, project }) => ({
    path: `${plan}/stop`,
    words: ['note'],
    shown: [[project, 'lead']],
  }),
  'a reply of a supplier': ({ product }) => ({
    path: `${product}/reply`,
    form: { screened: 'yes' },
    words: ['words'],
    shown: [[`${product}/reply`, 'lead']],
  }),
  'the reason for renaming a product': ({ product }) => ({
    as: 'curator',
    path: `${product}/name`,
    form: { name: 'Builder of services' },
    words: ['reason'],
    shown: [['/products/builder-of-services', 'lead']],
  }),
  'the reason for merging suppliers': ({ supplier }) => ({
    as: 'curator',
    path: `${supplier}/merging`,
    form: { into: 'Idox', seen: 'yes' },
    words: ['reason'],
    shown: [['/organisations/idox', 'lead']],
  }),
  'a product that nobody named before': () => ({
    path: '/organisations/leeds-city-council/systems/edit',
    form: { 'service-new-1': '516' },
    words: ['product-new-1'],
    shown: [
      ['/organisations/leeds-city-council/systems', 'lead'],
      ['/systems', 'lead'],
    ],
  }),
  'the name of a link': ({ plan, project }) => ({
    path: `${plan}/links`,
    form: { kind: 'code', url: 'https://example.gov.uk/code' },
    words: ['label'],
    shown: [
      [`${plan}/links`, 'lead'],
      [project, 'lead'],
    ],
  }),
}
