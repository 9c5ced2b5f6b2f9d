import {
  type Collaboration,
  findMet,
  findOwn,
  maySeeItem,
  type Standing,
} from '#features/collaborations/index.ts'
import type { Actor, Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Agreement, Version } from './agreement.ts'
import { type Drafted, findDrafted } from './draft-queries.ts'
import type { Evidence } from './evidence.ts'
import { findAgreement, findPublicKey } from './queries.ts'

/** What someone may read of a collaboration's agreement: partners all of it, others what all had signed, as far as it says. */
export type Readable = {
  collaboration: Collaboration
  standing: Standing
  agreement: Agreement | undefined
}

const isSeen = (standing: Standing, agreement: Agreement) => maySeeItem(standing, agreement.visibility)

const agreedOnly = (agreement: Agreement): Agreement => ({
  ...agreement,
  versions: agreement.versions.filter(({ agreedAt }) => agreedAt !== null),
})

/** An agreement as it shows to a standing; undefined where nothing of it does. */
export function shownTo(standing: Standing, agreement: Agreement | undefined): Agreement | undefined {
  if (standing === 'partner' || !agreement) return agreement
  const shown = agreedOnly(agreement)
  return isSeen(standing, agreement) && shown.versions.length > 0 ? shown : undefined
}

export async function findReadable(db: Db, actor: Actor, slug: string): Promise<Readable> {
  const { collaboration, standing } = await findMet(db, actor, slug)
  const agreement = shownTo(standing, await findAgreement(db, collaboration.id))
  if (!agreement && standing !== 'partner') throw failure('absent', '')
  return { collaboration, standing, agreement }
}

export type Found = Readable & { agreement: Agreement; version: Version }

/** One version, for whoever may read it. */
export async function findVersion(
  db: Db,
  actor: Actor,
  { slug, number }: { slug: string; number: number },
): Promise<Found> {
  const { agreement, ...readable } = await findReadable(db, actor, slug)
  const version = agreement?.versions.find(found => found.number === number)
  if (!agreement || !version) throw failure('absent', '')
  return { ...readable, agreement, version }
}

/** What proves a version, for its partners: it names people. Absent before the first signature, and once they are forgotten. */
export async function findEvidence(
  db: Db,
  { standing, version: { text, signatures } }: Pick<Found, 'standing' | 'version'>,
): Promise<Evidence> {
  const kept = signatures.flatMap(signature => signature.kept ?? [])
  const key = await findPublicKey(db)
  if (standing !== 'partner' || kept.length === 0 || kept.length < signatures.length || !key)
    throw failure('absent', '')
  return { text, signatures: kept, key }
}

/** The draft, for members of partners. */
export async function findOwnDraft(
  db: Db,
  clock: Clock,
  actor: Speaker,
  slug: string,
): Promise<Drafted & { collaboration: Collaboration }> {
  const collaboration = await findOwn(db, actor, slug)
  const drafted = await findDrafted(db, clock, collaboration, actor.actingFor.id)
  if (!drafted) throw failure('absent', '')
  return { ...drafted, collaboration }
}
