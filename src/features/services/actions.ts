import type { Insertable } from 'kysely'
import { recordActivities } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ImportContext } from '#plumbing/import.ts'
import type { ServiceAreaTable, ServiceTable } from './tables.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'service.listed': { source: string }
    'service.changed': { source: string }
    'service-areas.listed': { source: string; areas: number }
  }
}

type Facts<Table> = Omit<Insertable<Table>, 'source' | 'source_as_of' | 'created_at'>

const origin = ({ source, clock }: ImportContext) => ({
  source: source.name,
  source_as_of: source.asOf,
  created_at: clock.now(),
})

export async function saveAreas(trx: Db, context: ImportContext, areas: Facts<ServiceAreaTable>[]) {
  if (areas.length === 0) return
  await trx
    .insertInto('service_area')
    .values(areas.map(area => ({ ...area, ...origin(context) })))
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        label: ref('excluded.label'),
        parent_id: ref('excluded.parent_id'),
        source: ref('excluded.source'),
        source_as_of: ref('excluded.source_as_of'),
      })),
    )
    .execute()
  await recordActivities(trx, context.clock, [
    {
      kind: 'service-areas.listed',
      subject: { kind: 'service-areas', id: context.source.name },
      actor: context.actor,
      detail: { source: context.source.name, areas: areas.length },
    },
  ])
}

/** Adds services to the list and brings known ones up to date. `known`: those that were there before. */
export async function saveServices(
  trx: Db,
  context: ImportContext,
  services: Facts<ServiceTable>[],
  known: Set<number>,
) {
  if (services.length === 0) return
  await trx
    .insertInto('service')
    .values(services.map(service => ({ ...service, ...origin(context) })))
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        description: ref('excluded.description'),
        status: ref('excluded.status'),
        area_id: ref('excluded.area_id'),
        subarea_id: ref('excluded.subarea_id'),
        providing_tier: ref('excluded.providing_tier'),
        govuk_slug: ref('excluded.govuk_slug'),
        listed_on: ref('excluded.listed_on'),
        revised_on: ref('excluded.revised_on'),
        source: ref('excluded.source'),
        source_as_of: ref('excluded.source_as_of'),
      })),
    )
    .execute()
  await recordActivities(
    trx,
    context.clock,
    services.map(({ id }) => ({
      kind: known.has(id) ? ('service.changed' as const) : ('service.listed' as const),
      subject: { kind: 'service', id: String(id) },
      actor: context.actor,
      detail: { source: context.source.name },
    })),
  )
}
