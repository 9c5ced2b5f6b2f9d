import type { Collaboration } from '#features/collaborations/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Agreement } from './agreement.ts'
import { textOf } from './agreement-text.ts'
import { findCanvas } from './canvas-queries.ts'
import type { Party } from './clause.ts'
import { type Canvas, type Draft, type SettledClause, settle } from './draft.ts'
import { findAgreement, findDraft, listParties } from './queries.ts'

/** A draft with all that its text is made of. */
export type Drafted = {
  draft: Draft
  agreement: Agreement
  parties: Party[]
  canvas: Canvas
  /** The clauses that are in it, in their order. */
  settled: SettledClause[]
  /** The text that would be fixed today. */
  text: string
}

/** The draft of a collaboration as it would be fixed now, for one of its organisations; undefined until somebody has begun it. */
export async function findDrafted(
  db: Db,
  clock: Clock,
  collaboration: Collaboration,
  readerId: string,
): Promise<Drafted | undefined> {
  const draft = await findDraft(db, collaboration.id)
  if (!draft) return undefined
  const agreement = (await findAgreement(db, collaboration.id))!
  const parties = await listParties(db, collaboration)
  const canvas = await findCanvas(db, clock, collaboration, readerId)
  const settled = draft.clauses.filter(({ isIn }) => isIn).map(clause => settle(clause, { parties, canvas }))
  const agreed = agreement.versions.find(({ state }) => state === 'agreed')
  const text = textOf({
    project: collaboration.plan.said.title,
    purpose: collaboration.purpose,
    parties,
    clauses: settled,
    number: (agreement.versions[0]?.number ?? 0) + 1,
    fixedOn: inLondon(clock.now()).date,
    reviewOn: draft.reviewOn,
    endsOn: draft.endsOn,
    replaces: agreed ? { number: agreed.number, sha256: agreed.sha256 } : null,
  })
  return { draft, agreement, parties, canvas, settled, text }
}
