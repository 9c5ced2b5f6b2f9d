import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { idsSpokenFor, listPresents } from './ending-queries.ts'
import { windowPath } from './matter.ts'
import { listEndingOf } from './own-queries.ts'
import { listNamedWindows, type NamedWindow } from './window-queries.ts'

const windowRecord = ({ matter, firstEnd, contracts, organisations }: NamedWindow) => ({
  title: matter.name,
  href: windowPath(matter.slug, firstEnd),
  meta: [
    countOf(organisations, 'organisation'),
    `${countOf(contracts, 'contract')} within nine months, the first ending on`,
  ],
  date: firstEnd,
})

/** The windows that its contracts are in. */
export const windowsOfOrganisation: Slots['organisationRecords'] = {
  title: 'Contracts that end together with others’',
  list: async (db, organisationId) => {
    const today = inLondon(systemClock.now()).date
    const presents = await listPresents(db, today)
    const { contractIds, wanted } = await listEndingOf(db, today, idsSpokenFor(presents, organisationId))
    const windows = await listNamedWindows(db, today, presents, wanted)
    const own = new Set(contractIds)
    return windows.filter(window => window.contractIds.some(id => own.has(id))).map(windowRecord)
  },
}

export const windowsOfService: Slots['serviceRecords'] = {
  title: 'Contracts that end together',
  list: async (db, serviceId) => {
    const today = inLondon(systemClock.now()).date
    const windows = await listNamedWindows(db, today, await listPresents(db, today), {
      services: [serviceId],
    })
    return windows.map(windowRecord)
  },
}
