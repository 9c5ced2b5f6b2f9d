import { resolveOrganisationCodes } from '#features/organisations/index.ts'
import {
  listSlugs,
  listWorkByKeys,
  recogniseOrganisations,
  upsertWork,
} from '#features/related-work/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportContext, WrittenRow } from '#plumbing/import.ts'
import { statusOf } from './notice.ts'
import { type NoticeRow, upsertNotices } from './stored-notices.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'notice.imported': { key: string }
  }
}

type GivenElsewhere =
  | 'id'
  | 'slug'
  | 'organisation_id'
  | 'buyer_as_published'
  | 'supplier_id'
  | 'supplier_as_published'
  | 'source_name'
  | 'source_as_of'
  | 'created_at'

export type PublishedNotice = {
  key: string
  buyer: string
  /** Local authority code of the buyer; more certain than its name. */
  buyerCode: string | null
  supplier: string | null
  facts: Omit<NoticeRow, GivenElsewhere>
}

/** Takes in procurement notices as they were published. */
export async function takeInNotices(
  trx: Db,
  published: PublishedNotice[],
  { source, clock, actor }: ImportContext,
): Promise<WrittenRow[]> {
  const now = clock.now()
  const known = await listWorkByKeys(
    trx,
    published.map(({ key }) => key),
  )
  const codes = await resolveOrganisationCodes(
    trx,
    published.flatMap(({ buyerCode }) => buyerCode ?? []),
  )
  const names = await recogniseOrganisations(
    trx,
    published.flatMap(({ buyer, supplier }) => [buyer, supplier]),
  )
  const buyerOf = ({ buyer, buyerCode }: PublishedNotice) =>
    (buyerCode && codes.get(buyerCode)?.id) || names.idOf(buyer)
  const ids = published.map(({ key }) => known.get(key)?.id ?? newId())
  const slugs = await listSlugs(
    trx,
    '/notices/',
    published.map(({ facts: { title } }, at) => ({ id: ids[at]!, title })),
  )

  const rows = published.map((one, at) => ({
    ...one.facts,
    id: ids[at]!,
    slug: slugs.get(ids[at]!)!,
    organisation_id: buyerOf(one),
    buyer_as_published: one.buyer,
    supplier_id: names.idOf(one.supplier),
    supplier_as_published: one.supplier,
    source_name: source.name,
    source_as_of: source.asOf,
    created_at: now,
  }))
  await upsertWork(
    trx,
    rows.map(({ id, slug, title, organisation_id, status, amount_pounds, published_on }, at) => ({
      id,
      kind: 'notice',
      title,
      path: `/notices/${slug}`,
      organisation_id,
      phase: null,
      outcome: statusOf(status),
      amount_pounds: amount_pounds ?? null,
      dated: published_on,
      keys: [published[at]!.key],
    })),
    now,
  )
  await upsertNotices(trx, rows)
  await recordActivities(
    trx,
    clock,
    published.map(({ key }, at) => ({
      kind: 'notice.imported',
      subject: { kind: 'notice', id: ids[at]! },
      actor,
      detail: { key },
    })),
  )
  return published.map((one, at) => ({
    subjectId: ids[at]!,
    remarks: names.remarks([buyerOf(one) ? null : one.buyer, one.supplier]),
  }))
}
