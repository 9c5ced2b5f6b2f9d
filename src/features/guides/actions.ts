import { recordActivity } from '#plumbing/activity.ts'
import type { Actor, Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { freeSlug, slugOf } from '#plumbing/slug.ts'
import { type GuideKind, type GuideWords, reservedSlugs } from './guide.ts'
import type { ShippedGuide } from './guide-file.ts'
import { findWritten, listSlugs, listVersions } from './queries.ts'
import {
  countRevision,
  deleteDraft,
  endWithdrawal,
  insertGuide,
  insertVersion,
  insertWithdrawal,
  lockGuide,
  saveDraftRow,
  updatePlace,
} from './stored-guides.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'guide.drafted': Record<string, never>
    'guide.draft-discarded': Record<string, never>
    'guide.published': { version: number }
    'guide.changed': { version: number }
    'guide.withdrawn': Record<string, never>
    'guide.put-back': Record<string, never>
  }
}

/** Curators' guides stand after those that ship. */
const lastPlace = 100

type Said = GuideWords & { note: string | null }

const wordsOf = ({ title, summary, words, shows, fills }: GuideWords): GuideWords => ({
  title,
  summary,
  words,
  shows,
  fills,
})

const recordPublished = (trx: Db, clock: Clock, actor: Actor, id: string, version: number) =>
  recordActivity(trx, clock, {
    kind: version === 1 ? 'guide.published' : 'guide.changed',
    subject: { kind: 'guide', id },
    actor,
    detail: { version },
  })

type Shipped = { id: string; isNew: boolean; guide: ShippedGuide }

/** Publishes what ships with Pipeline, as the first version or as the next one. */
export async function publishShipped(trx: Db, clock: Clock, actor: Actor, { id, isNew, guide }: Shipped) {
  const { slug, kind, place } = guide
  if (isNew) await insertGuide(trx, { id, slug, kind, place, changed_at: clock.now() })
  else {
    await updatePlace(trx, id, { kind, place })
    await countRevision(trx, id)
  }
  const number = ((await lockGuide(trx, slug))?.version ?? 0) + 1
  await insertVersion(trx, {
    ...wordsOf(guide),
    guide_id: id,
    number,
    note: null,
    is_shipped: true,
    person_id: null,
    published_at: clock.now(),
  })
  await recordPublished(trx, clock, actor, id, number)
}

const recordDraft = (trx: Db, clock: Clock, actor: Person, id: string, act: 'drafted' | 'draft-discarded') =>
  recordActivity(trx, clock, { kind: `guide.${act}`, subject: { kind: 'guide', id }, actor, detail: {} })

const recordStanding = (trx: Db, clock: Clock, actor: Person, id: string, act: 'withdrawn' | 'put-back') =>
  recordActivity(trx, clock, { kind: `guide.${act}`, subject: { kind: 'guide', id }, actor, detail: {} })

async function keepDraft(trx: Db, clock: Clock, actor: Person, { id, said }: { id: string; said: Said }) {
  const row = { ...wordsOf(said), note: said.note, guide_id: id, person_id: actor.id, saved_at: clock.now() }
  await saveDraftRow(trx, row)
  await countRevision(trx, id)
  await recordDraft(trx, clock, actor, id, 'drafted')
}

type New = { kind: GuideKind; said: Said }

/** Begins a guide or template that nobody but curators sees until it is published; its slug. */
export const beginGuide = (db: Db, clock: Clock, actor: Person, { kind, said }: New): Promise<string> =>
  db.transaction().execute(async trx => {
    const taken = await listSlugs(trx)
    const slug = freeSlug(
      slugOf(said.title),
      candidate => taken.has(candidate) || reservedSlugs.has(candidate),
    )
    const id = newId()
    await insertGuide(trx, { id, slug, kind, place: lastPlace, changed_at: clock.now() })
    await keepDraft(trx, clock, actor, { id, said })
    return slug
  })

type Draft = { slug: string; said: Said; revision: number }

/** Keeps a draft; 'outdated' when somebody has saved it since it was opened. */
export const saveDraft = (
  db: Db,
  clock: Clock,
  actor: Person,
  { slug, said, revision }: Draft,
): Promise<'saved' | 'outdated'> =>
  db.transaction().execute(async trx => {
    const guide = await lockGuide(trx, slug)
    if (!guide) throw failure('absent', '')
    if (guide.revision !== revision) return 'outdated'
    await keepDraft(trx, clock, actor, { id: guide.id, said })
    return 'saved'
  })

const movedOn = () =>
  failure(
    'conflict',
    'Somebody else has saved, published or discarded this draft since you looked at it. Look at it again.',
  )

/** Publishes the draft as it was previewed, also of what was withdrawn; a draft that was saved since is not what was read. */
export const publishDraft = (
  db: Db,
  clock: Clock,
  actor: Person,
  { slug, revision }: { slug: string; revision: number },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const guide = await lockGuide(trx, slug)
    if (!guide) throw failure('absent', '')
    const { draft } = await findWritten(trx, slug)
    if (!draft || guide.revision !== revision) throw movedOn()
    const number = (guide.version ?? 0) + 1
    await insertVersion(trx, {
      ...wordsOf(draft),
      guide_id: guide.id,
      number,
      note: draft.note,
      is_shipped: false,
      person_id: actor.id,
      published_at: clock.now(),
    })
    await deleteDraft(trx, guide.id)
    await countRevision(trx, guide.id)
    await endWithdrawal(trx, guide.id, { personId: actor.id, at: clock.now() })
    await recordPublished(trx, clock, actor, guide.id, number)
  })

export const discardDraft = (
  db: Db,
  clock: Clock,
  actor: Person,
  { slug, revision }: { slug: string; revision: number },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const guide = await lockGuide(trx, slug)
    if (!guide) throw failure('absent', '')
    if (guide.revision !== revision) throw movedOn()
    await deleteDraft(trx, guide.id)
    await countRevision(trx, guide.id)
    await recordDraft(trx, clock, actor, guide.id, 'draft-discarded')
  })

/** Takes what an earlier version said into a draft, to be read and published. */
export const restoreVersion = (
  db: Db,
  clock: Clock,
  actor: Person,
  { slug, number }: { slug: string; number: number },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const guide = await lockGuide(trx, slug)
    const version = guide && (await listVersions(trx, guide.id)).find(one => one.number === number)
    if (!guide || !version) throw failure('absent', '')
    if ((await findWritten(trx, slug)).draft)
      throw failure(
        'conflict',
        'There is a draft of this already. Publish it or discard it first, then go back to the earlier version.',
      )
    const said = { ...version, note: `As in version ${number}` }
    await keepDraft(trx, clock, actor, { id: guide.id, said })
  })

type Withdrawing = { slug: string; reason: string; version: number }

/** Takes a guide out of what everyone reads; its words, its history and how often it was used are kept. */
export const withdrawGuide = (
  db: Db,
  clock: Clock,
  actor: Person,
  { slug, reason, version }: Withdrawing,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const guide = await lockGuide(trx, slug)
    if (!guide || guide.version === null) throw failure('absent', '')
    if (guide.version !== version || (await findWritten(trx, slug)).isWithdrawn)
      throw failure(
        'conflict',
        'Somebody else has published another version of this, or withdrawn it, since you looked at it. Look at it again.',
      )
    const withdrawal = { id: newId(), guide_id: guide.id, reason, person_id: actor.id }
    await insertWithdrawal(trx, { ...withdrawal, withdrawn_at: clock.now() })
    await recordStanding(trx, clock, actor, guide.id, 'withdrawn')
  })

/** Everyone reads it again, as it was. */
export const putBackGuide = (db: Db, clock: Clock, actor: Person, slug: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const guide = await lockGuide(trx, slug)
    if (!guide) throw failure('absent', '')
    const by = { personId: actor.id, at: clock.now() }
    if (!(await endWithdrawal(trx, guide.id, by)))
      throw failure('conflict', 'It is not withdrawn: somebody else has put it back since you looked at it.')
    await recordStanding(trx, clock, actor, guide.id, 'put-back')
  })
