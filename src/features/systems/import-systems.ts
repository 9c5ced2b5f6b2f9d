import { z } from 'zod'
import { resolveOrganisationCodes, resolveOrganisations } from '#features/organisations/index.ts'
import { listServicesById } from '#features/services/index.ts'
import { type Activity, recordActivities } from '#plumbing/activity.ts'
import { optionalNumber, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportContext, ImportFormat, RowToWrite } from '#plumbing/import.ts'
import { isNoProduct, partsOfLabel } from './product-names.ts'
import { addNames, freeProductSlugs, insertProducts, listProductsByNames } from './stored-products.ts'
import {
  identityKey,
  insertSystems,
  listSystemIds,
  listSystemIdsByRow,
  renewFromNewest,
  type SystemRow,
  settleEarlier,
  upsertStatements,
} from './stored-systems.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** What a file says of the systems of many organisations at once. */
    'systems.listed': { source: string; systems: number }
  }
}

const row = z.object({
  council_code: requiredText,
  service: requiredText,
  lgsl_id: optionalNumber,
  system: requiredText,
  supplier: optionalText,
  scope: optionalText,
  evidence_type: requiredText,
  evidence_url: optionalText,
  source_repo: requiredText,
  source_path: requiredText,
  source_commit: optionalText,
  as_of: requiredText.pipe(z.iso.date('is not a day such as 2026-11-22')),
  confidence: z.enum(['high', 'medium', 'low'], 'is none of high, medium, low'),
  note: optionalText,
})
type Row = z.output<typeof row>

const keyOf = (row: Row) =>
  [
    row.council_code,
    row.source_repo,
    row.source_path,
    row.service,
    row.system,
    row.scope,
    row.evidence_url,
  ].join(' ')

const addressOf = ({ source_repo, source_commit, source_path }: Row) =>
  source_commit
    ? `https://github.com/${source_repo}/blob/${source_commit}/${source_path}`
    : `https://github.com/${source_repo}`

/** A page that several councils share is no part of one of them. */
const shared = 'shared service page'
const placeOf = ({ scope, note }: Row) =>
  scope === shared
    ? { scope: null, note: ['The page of a shared service', note].filter(Boolean).join('. ') }
    : { scope, note }

/** The products that rows name; one that nobody named before is listed. */
async function productsOf(trx: Db, rows: Row[], { source, clock, actor }: ImportContext) {
  const labels = [...new Set(rows.map(({ system }) => system))].filter(label => !isNoProduct(label))
  const known = await listProductsByNames(trx, labels)
  const parts = new Map(labels.filter(label => !known.has(label)).map(label => [label, partsOfLabel(label)]))
  const byName = await listProductsByNames(
    trx,
    [...parts.values()].map(({ name }) => name),
  )
  const fresh = [...parts].filter(([, { name }]) => !byName.has(name))
  const slugs = await freeProductSlugs(
    trx,
    fresh.map(([, { name }]) => name),
  )
  const supplierOf = (label: string) => rows.find(row => row.system === label)?.supplier ?? null
  const suppliers = await resolveOrganisations(
    trx,
    fresh.flatMap(([label]) => supplierOf(label) ?? []),
  )
  const listed = fresh.map(([label, { name, describes }], at) => ({
    label,
    row: {
      id: newId(),
      slug: slugs[at]!,
      name,
      describes,
      supplier_id: suppliers.get(supplierOf(label) ?? '')?.id ?? null,
      source_name: source.name,
      source_as_of: source.asOf,
      created_at: clock.now(),
    },
  }))
  if (listed.length > 0)
    await insertProducts(
      trx,
      listed.map(({ row }) => row),
    )
  await addNames(
    trx,
    listed.flatMap(({ label, row }) => [
      { productId: row.id, kind: 'own' as const, name: row.name },
      ...(label === row.name ? [] : [{ productId: row.id, kind: 'published' as const, name: label }]),
    ]),
  )
  await recordActivities(
    trx,
    clock,
    listed.map(({ row }) => ({
      kind: 'product.listed',
      subject: { kind: 'product', id: row.id },
      actor,
      detail: { source: source.name },
    })),
  )
  const idOf = (label: string) =>
    known.get(label)?.id ??
    listed.find(each => each.label === label)?.row.id ??
    byName.get(parts.get(label)?.name ?? '')?.id ??
    null
  return idOf
}

async function takeIn(trx: Db, lines: RowToWrite<Row>[], context: ImportContext) {
  const { source, clock, actor } = context
  const rows = lines.map(({ row }) => row)
  const now = clock.now()
  const councils = await resolveOrganisationCodes(
    trx,
    rows.map(({ council_code }) => council_code),
  )
  const services = await listServicesById(
    trx,
    rows.flatMap(({ lgsl_id }) => lgsl_id ?? []),
  )
  const productIdOf = await productsOf(trx, rows, context)
  const good = lines.filter(({ row }) => councils.has(row.council_code))
  const known = await listSystemIdsByRow(
    trx,
    good.map(({ row }) => keyOf(row)),
  )
  const organisationIds = good.map(({ row }) => councils.get(row.council_code)!.id)
  const ids = await listSystemIds(trx, organisationIds)
  const fresh: SystemRow[] = []
  const statements = good.map(({ line, row }) => {
    const { scope, note } = placeOf(row)
    const said = {
      product_as_published: row.system,
      scope,
      source_name: `${row.source_repo} on GitHub`,
      source_url: addressOf(row),
      source_as_of: row.as_of,
      evidence_url: row.evidence_url,
      confidence: row.confidence,
      note,
    }
    const identity = {
      organisation_id: councils.get(row.council_code)!.id,
      product_id: productIdOf(row.system),
      service_id: services.has(row.lgsl_id ?? 0) ? row.lgsl_id : null,
      service_as_published: row.service,
    }
    const key = keyOf(row)
    let systemId = known.get(key) ?? ids.get(identityKey(identity))
    if (!systemId) {
      systemId = newId()
      ids.set(identityKey(identity), systemId)
      fresh.push({
        ...identity,
        ...said,
        id: systemId,
        state: 'unconfirmed',
        is_earlier: false,
        changed_at: now,
      })
    }
    return {
      ...said,
      id: newId(),
      system_id: systemId,
      key,
      line,
      supplier_as_published: row.supplier,
      evidence: row.evidence_type,
      made_at: now,
    }
  })
  if (fresh.length > 0) await insertSystems(trx, fresh)
  if (statements.length > 0) await upsertStatements(trx, statements)
  const touched = [...new Set(statements.map(({ system_id }) => system_id))]
  await renewFromNewest(trx, touched, now)
  await settleEarlier(trx, [...new Set(organisationIds)])
  const activities: Activity<'systems.listed'>[] = [
    {
      kind: 'systems.listed',
      subject: { kind: 'systems', id: source.name },
      actor,
      detail: { source: source.name, systems: touched.length },
    },
  ]
  await recordActivities(trx, clock, activities as unknown as Activity[])
  return { systemOf: new Map(good.map(({ line }, at) => [line, statements[at]!.system_id])), services }
}

export const councilSystems: ImportFormat<Row> = {
  format: 'council-systems',
  describes: 'which council runs which system for which service, with source and date (CSV)',
  read: file => readCsv(file, row, ['council_code', 'service', 'system', 'as_of', 'confidence']),
  key: keyOf,
  write: async (trx, lines, context) => {
    const { systemOf, services } = await takeIn(trx, lines, context)
    return lines.map(({ line, row }) => {
      const subjectId = systemOf.get(line)
      if (!subjectId) return { refusal: `there is no council with the code ${row.council_code}` }
      const isUnknown = row.lgsl_id !== null && !services.has(row.lgsl_id)
      return { subjectId, remarks: isUnknown ? [`there is no service ${row.lgsl_id}`] : [] }
    })
  },
}
