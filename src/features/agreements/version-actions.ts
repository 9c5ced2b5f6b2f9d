import {
  type Collaboration,
  joined,
  lockOwn,
  requireLead,
  tellPartners,
} from '#features/collaborations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { formatDate } from '#ui/date.ts'
import { canSign, missingFrom, type Version, waitingOf } from './agreement.ts'
import { isSameMatter } from './agreement-text.ts'
import { gapsIn } from './draft.ts'
import { findDrafted } from './draft-queries.ts'
import { agreedLetter, waitsLetter } from './letters.ts'
import { findAgreement } from './queries.ts'
import { sealOf } from './seal.ts'
import { type Authority, authorityLabels, mayI, sha256, writeRecord } from './signature-record.ts'
import { agreeVersion, closeVersion, insertSignature, insertVersion, takeKey } from './stored-versions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'agreement.fixed': { number: number; sha256: string }
    'agreement.signed': { number: number; sha256: string }
    'agreement.agreed': { number: number; sha256: string }
  }
}

const subjectOf = (id: string) => ({ kind: 'agreement', id })

/** Fixes the draft as a version that each partner is asked to sign. `seen` is the SHA-256 of the text that was read. */
export const fixVersion = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration: read, seen }: { collaboration: Collaboration; seen: string },
): Promise<number> =>
  db.transaction().execute(async trx => {
    requireLead(actor, 'To fix an agreement for signing')
    const collaboration = await lockOwn(trx, actor, read)
    const drafted = await findDrafted(trx, clock, collaboration, actor.actingFor.id)
    if (!drafted) throw failure('absent', '')
    const { draft, agreement, parties, canvas, settled, text } = drafted
    if (sha256(text) !== seen)
      throw failure('conflict', 'The draft has changed since you read it. Read it again, then fix it.')
    if (settled.length === 0 || gapsIn(settled).length > 0)
      throw failure('conflict', 'Something in the draft is still open. Fill it in first.')
    if (canvas.isUnread)
      throw failure(
        'conflict',
        'Something is still open on the canvas, and shows to your organisation once it has answered. Answer the canvas first.',
      )
    if (parties.length < 2)
      throw failure('conflict', 'An agreement needs two organisations that have joined the collaboration.')
    if (draft.endsOn !== null && draft.endsOn < inLondon(clock.now()).date)
      throw failure(
        'conflict',
        `The draft ends on ${formatDate(draft.endsOn)}, which has passed: signed, it would hold for nobody. Give it another end, or none.`,
      )
    const latest = agreement.versions[0]
    const isOpen = latest?.state === 'signing' || latest?.state === 'agreed'
    if (latest && isOpen && isSameMatter(latest.text, text))
      throw failure(
        'conflict',
        `The draft says what version ${latest.number} says: there is nothing new to sign.`,
      )
    const now = clock.now()
    const waiting = waitingOf(agreement)
    if (waiting) await closeVersion(trx, waiting.id, 'replaced', now)
    const number = (latest?.number ?? 0) + 1
    const version = {
      id: newId(),
      agreement_id: draft.id,
      number,
      text,
      sha256: seen,
      review_on: draft.reviewOn,
      ends_on: draft.endsOn,
      fixed_at: now,
      fixed_by_organisation: actor.actingFor.id,
      fixed_by: actor.id,
    }
    const ids = parties.map(({ id }) => id)
    await insertVersion(trx, version, ids)
    await recordActivity(trx, clock, {
      kind: 'agreement.fixed',
      subject: subjectOf(draft.id),
      actor,
      detail: { number, sha256: seen },
    })
    await tellPartners(trx, clock, collaboration, {
      key: `agreement ${draft.id} version ${number} waits`,
      letterFor: ({ name }) =>
        waitsLetter(collaboration, {
          number,
          told: name,
          by: actor.actingFor.name,
          isChange: Boolean(latest),
        }),
    })
    return number
  })

export type Signing = {
  collaboration: Collaboration
  number: number
  /** The SHA-256 that stood on the page. */
  seen: string
  name: string
  role: string
  authority: Authority
  reference: string | null
}

/** Signs a version for the organisation one acts for, as its lead. */
export const signVersion = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration: read, number, seen, name, role, authority, reference }: Signing,
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireLead(actor, 'To sign')
    const collaboration = await lockOwn(trx, actor, read)
    const agreement = await findAgreement(trx, collaboration.id)
    const version = agreement?.versions.find(found => found.number === number)
    if (!agreement || !version) throw failure('absent', '')
    const own = joined(collaboration).find(({ organisation }) => organisation.id === actor.actingFor.id)!
    if (!canSign(version, own.organisation.id, inLondon(clock.now()).date))
      throw failure('conflict', 'This version is signed by your organisation already, or no longer waits.')
    if (seen !== version.sha256)
      throw failure('conflict', 'What you read is not the text of this version. Read it again.')
    const signed_at = clock.now()
    const last = version.signatures.at(-1)
    const record = writeRecord({
      agreement: version.sha256,
      version: number,
      number: version.signatures.length + 1,
      before: last?.kept ? sha256(last.kept.record) : version.sha256,
      organisation: own.organisation.name,
      identifier: own.organisation.slug,
      name,
      role,
      authority: authorityLabels[authority],
      reference: reference ?? 'none',
      statement: mayI(own.organisation.name),
      time: signed_at.toISOString(),
    })
    await insertSignature(trx, {
      version_id: version.id,
      number: version.signatures.length + 1,
      organisation_id: own.organisation.id,
      record,
      seal: sealOf(record, await takeKey(trx, signed_at)),
      signed_at,
      signed_by: actor.id,
    })
    await recordActivity(trx, clock, {
      kind: 'agreement.signed',
      subject: subjectOf(agreement.id),
      actor,
      detail: { number, sha256: version.sha256 },
    })
    const missing = missingFrom(version, []).filter(({ id }) => id !== own.organisation.id)
    if (version.state === 'signing' && missing.length === 0)
      await agree(trx, clock, actor, {
        collaboration,
        version,
        versions: agreement.versions,
        last: sha256(record),
      })
  })

type Agreeing = { collaboration: Collaboration; version: Version; versions: Version[]; last: string }

/** All that a version names have signed: it stands, in place of the one before. */
async function agree(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, version, versions, last }: Agreeing,
) {
  const now = clock.now()
  const before = versions.find(({ state }) => state === 'agreed')
  if (before) await closeVersion(trx, before.id, 'replaced', now)
  await agreeVersion(trx, version.id, now)
  const { agreementId, number, sha256: hash } = version
  await recordActivity(trx, clock, {
    kind: 'agreement.agreed',
    subject: subjectOf(agreementId),
    actor,
    detail: { number, sha256: hash },
  })
  await tellPartners(trx, clock, collaboration, {
    key: `agreement ${agreementId} version ${number} agreed`,
    letterFor: ({ name }) => agreedLetter(collaboration, { number, told: name, sha256: hash, last }),
  })
}
