import { recordActivities, recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { FieldError } from '#plumbing/form.ts'
import { newId } from '#plumbing/id.ts'
import { askWhich, type Chosen, contractChosen, wrongDays } from './chosen-contract.ts'
import { fieldOf, type SaidRow } from './confirmation-form.ts'
import { joinEarlier, type Saying, stateContracts } from './contract-actions.ts'
import type { Choice, FormSystem } from './contract-choice.ts'
import { listFormSystems, listKnownContracts } from './contract-queries.ts'
import { listNewProducts } from './listing-actions.ts'
import type { Meant } from './meant.ts'
import { listMeant } from './meant-queries.ts'
import {
  identityKey,
  insertStatements,
  lockSystemsOf,
  type StatementRow,
  type SystemRow,
  settleEarlier,
  writeSystems,
} from './stored-systems.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'systems.confirmed': { confirmed: number; notUsed: number; added: number }
  }
}

type Organisation = { id: string; name: string }
type Source = { name: string; asOf: string }

const identityOf = (organisationId: string, { product, service }: Pick<Meant, 'product' | 'service'>) => ({
  organisation_id: organisationId,
  product_id: product?.id ?? null,
  service_id: service.id,
  service_as_published: service.name,
})

/** Rows that say the same as another row of the list. */
function twice(organisation: Organisation, meant: Meant[], systems: FormSystem[]): FieldError[] {
  const said = new Set(meant.flatMap(({ system }) => system?.id ?? []))
  const seen = new Set(systems.filter(({ id }) => !said.has(id)).map(identityKey))
  return meant.flatMap(each => {
    const key = identityKey(identityOf(organisation.id, each))
    const isSeen = seen.has(key)
    seen.add(key)
    return isSeen
      ? [
          {
            field: fieldOf('product', each.row.ref),
            message: `${each.product?.name ?? 'What you built'} stands in the list for ${each.service.name} already: say it once`,
          },
        ]
      : []
  })
}

/** What each row says of its contract; where it must be asked which it is, those to choose among, by the row's `ref`. */
function choose(meant: Meant[]) {
  const asked = new Map<string, Choice>()
  const sayings: (Meant & { chosen: Chosen })[] = []
  for (const one of meant) {
    const chosen = contractChosen(one)
    if ('isAsked' in chosen) asked.set(one.row.ref, chosen.isAsked)
    else sayings.push({ ...one, chosen })
  }
  return { asked, sayings }
}

export type Refused = { errors: FieldError[]; asked: Map<string, Choice> }
export type Confirmed = Refused | { errors?: undefined; said: number }

/**
 * Says for an organisation what it runs: confirms, corrects, ends and adds, all or nothing. Rows that were left out of
 * the form, or left as they are, stay as they were.
 */
export const confirmSystems = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  organisation: Organisation,
  rows: SaidRow[],
): Promise<Confirmed> =>
  db.transaction().execute(async trx => {
    await lockSystemsOf(trx, organisation.id)
    const today = inLondon(clock.now()).date
    const systems = await listFormSystems(trx, organisation.id, today)
    const contracts = await listKnownContracts(trx, organisation.id)
    const spoken = rows.filter(({ answer }) => answer !== 'leave')
    const { meant, errors } = await listMeant(trx, spoken, { systems, contracts, today })
    const { asked, sayings } = choose(meant)
    const wrong = [
      ...errors,
      ...(errors.length > 0 ? [] : twice(organisation, meant, systems)),
      ...[...asked.keys()].map(askWhich),
      ...wrongDays(sayings.map(({ row: { ref }, chosen }) => ({ ref, chosen }))),
    ]
    if (wrong.length > 0) return { errors: wrong, asked }
    const source = { name: `${organisation.name}, on Pipeline`, asOf: today }
    await listNewProducts(trx, clock, actor, { meant, source })
    const all = sayings.map((saying): Saying => ({ ...saying, systemId: saying.system?.id ?? newId() }))
    const under = await stateContracts(trx, clock, actor, { who: { organisation, source }, sayings: all })
    await keep(trx, clock, actor, { organisation, source, sayings: all, under })
    await joinEarlier(trx, clock, actor, all)
    await settleEarlier(trx, [organisation.id])
    await record(trx, clock, actor, organisation, meant)
    return { said: meant.length }
  })

type Keeping = { organisation: Organisation; source: Source; sayings: Saying[]; under: Map<string, string> }

async function keep(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { organisation, source, sayings, under }: Keeping,
): Promise<void> {
  await writeSystems(
    trx,
    sayings.map((each): SystemRow => {
      const { row, system, product, systemId } = each
      const isSo = row.answer === 'so'
      return {
        ...identityOf(organisation.id, each),
        id: systemId,
        product_as_published: product?.name ?? system?.product_as_published ?? '',
        contract_id: under.get(row.ref) ?? null,
        value_band: isSo ? row.band : (system?.value_band ?? null),
        satisfaction: isSo ? row.satisfaction && Number(row.satisfaction) : (system?.satisfaction ?? null),
        would_move: isSo ? row.move : (system?.would_move ?? null),
        state: isSo ? 'confirmed' : 'not-used',
        is_earlier: false,
        confirmed_on: source.asOf,
        confirmed_by: actor.id,
        scope: system?.scope ?? null,
        source_name: source.name,
        source_url: null,
        source_as_of: source.asOf,
        evidence_url: null,
        confidence: null,
        note: null,
        changed_at: clock.now(),
      }
    }),
  )
  await insertStatements(
    trx,
    sayings.map(
      ({ row, system, product, service, systemId }): StatementRow => ({
        id: newId(),
        system_id: systemId,
        person_id: actor.id,
        product_as_published: product?.name ?? system?.product_as_published ?? '',
        scope: system?.scope ?? null,
        source_name: source.name,
        source_as_of: source.asOf,
        said: JSON.stringify({ ...row, product: product?.name ?? null, service: service.name }),
        made_at: clock.now(),
      }),
    ),
  )
}

async function record(trx: Db, clock: Clock, actor: Speaker, organisation: Organisation, meant: Meant[]) {
  const count = (fits: (each: Meant) => boolean) => meant.filter(fits).length
  await recordActivity(trx, clock, {
    kind: 'systems.confirmed',
    subject: { kind: 'systems', id: organisation.id },
    actor,
    detail: {
      confirmed: count(({ row }) => row.answer === 'so' && !row.isNew),
      notUsed: count(({ row }) => row.answer === 'not-used'),
      added: count(({ row }) => row.isNew),
    },
  })
  const touched = meant.flatMap(({ product, system }) => [product?.id ?? [], system?.product_id ?? []].flat())
  await recordActivities(
    trx,
    clock,
    [...new Set(touched)].map(id => ({
      kind: 'product.changed',
      subject: { kind: 'product', id },
      actor,
      detail: { what: 'systems' },
    })),
  )
}
