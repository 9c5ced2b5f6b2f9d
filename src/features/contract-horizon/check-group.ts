import { contractPath } from '#features/contracts/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { listPresents } from './ending-queries.ts'
import { horizonPath } from './horizon-query.ts'
import { windowPath } from './matter.ts'
import { listSoonestOfService } from './own-queries.ts'
import { listContracts, listNamedWindows } from './window-queries.ts'

/** The contracts for a service that end soonest: whoever runs it may be about to buy. */
export const soonOfService: Slots['checkByService'] = {
  group: 'contracts',
  kind: 'contract',
  find: async (db, clock, { serviceIds, not, limit }) => {
    const today = inLondon(clock.now()).date
    const presents = await listPresents(db, today)
    const { ids, count } = await listSoonestOfService(db, today, serviceIds, { not, limit })
    const contracts = await listContracts(db, ids, presents)
    const windows =
      ids.length > 0 ? await listNamedWindows(db, today, presents, { services: serviceIds }) : []
    const organisations = await listOrganisationsById(
      db,
      contracts.map(({ organisation }) => organisation.id),
    )
    const rows = contracts.map(contract => {
      const { id, title, organisation, supplier, serviceId, endsOn, extendsTo, valuePounds } = contract
      const window = windows.find(({ contractIds }) => contractIds.includes(id))
      return {
        id,
        url: contractPath(id),
        title,
        organisation: { ...organisation, type: organisations.get(organisation.id)?.type },
        with: [],
        meta: [
          supplier,
          extendsTo && extendsTo > endsOn && `may run to ${formatDate(extendsTo)}`,
          valuePounds !== null && formatMoney(valuePounds),
        ].filter(item => typeof item === 'string'),
        outcome: `Ends on ${formatDate(endsOn)}`,
        text: '',
        ownWords: [],
        editorsNotes: [],
        services: serviceId === null ? [] : [serviceId],
        same: [],
        source: {
          name: contract.sourceName,
          url: contract.sourceUrl ?? undefined,
          asOf: contract.sourceAsOf,
        },
        follow: window
          ? [
              {
                label: `${window.organisations} organisations’ contracts end together`,
                href: windowPath(window.matter.slug, window.firstEnd),
              },
            ]
          : [],
      }
    })
    return {
      rows,
      more: count - rows.length,
      href: horizonPath({ service: serviceIds.map(String) }),
    }
  },
}
