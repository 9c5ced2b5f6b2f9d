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
import { type ApplicationKind, readableTitle, roundRank, sourceAddress } from './fund-application.ts'
import { replacePartners, upsertApplications } from './stored-applications.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'fund-application.imported': { key: string }
  }
}

export type PublishedApplication = {
  key: string
  kind: ApplicationKind
  round: string | null
  round_basis: string | null
  title: string
  lead: string | null
  partners: string[]
  outcome: string
  theme: string | null
  problem_summary: string | null
  source: string | null
}

/** Takes in bids as they were published. An expression of interest and the application after it stay two records. */
export async function takeInApplications(
  trx: Db,
  published: PublishedApplication[],
  { source, clock, actor }: ImportContext,
): Promise<WrittenRow[]> {
  const now = clock.now()
  const known = await listWorkByKeys(
    trx,
    published.map(({ key }) => key),
  )
  const names = await recogniseOrganisations(
    trx,
    published.flatMap(({ lead, partners }) => [lead, ...partners]),
  )
  const ids = published.map(({ key }) => known.get(key)?.id ?? newId())
  const titles = published.map(({ title, kind }) => readableTitle(title, kind))
  const slugs = await listSlugs(
    trx,
    '/fund/applications/',
    titles.map(({ title }, at) => ({ id: ids[at]!, title })),
  )

  const rows = published.map(({ key: _, lead, partners: __, source: address, ...bid }, at) => ({
    ...bid,
    ...titles[at]!,
    id: ids[at]!,
    slug: slugs.get(ids[at]!)!,
    organisation_id: names.idOf(lead),
    organisation_as_published: lead,
    round_rank: roundRank(bid.round),
    source_url: sourceAddress(address),
    source_name: source.name,
    source_as_of: source.asOf,
    created_at: now,
  }))
  await upsertWork(
    trx,
    rows.map(({ id, title, slug, organisation_id, outcome }, at) => ({
      id,
      kind: 'fund-application',
      title,
      path: `/fund/applications/${slug}`,
      organisation_id,
      phase: null,
      outcome,
      amount_pounds: null,
      dated: null,
      keys: [published[at]!.key],
    })),
    now,
  )
  await upsertApplications(trx, rows)
  await replacePartners(
    trx,
    published.map(({ lead, partners }, at) => ({ id: ids[at]!, partners: names.partnersOf(lead, partners) })),
  )
  await recordActivities(
    trx,
    clock,
    published.map(({ key }, at) => ({
      kind: 'fund-application.imported',
      subject: { kind: 'fund-application', id: ids[at]! },
      actor,
      detail: { key },
    })),
  )
  return published.map(({ lead, partners }, at) => ({
    subjectId: ids[at]!,
    remarks: names.remarks([lead, ...partners]),
  }))
}
