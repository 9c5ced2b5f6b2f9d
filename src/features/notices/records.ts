import type { Slots } from '#plumbing/feature.ts'
import { statusOf } from './notice.ts'
import { listNoticesOfOrganisation, listNoticesOfService, type Notice } from './page-queries.ts'

const title = 'Procurement notices'

const recordOf = ({ title, slug, buyer, status, published_on }: Notice, notes: string[] = []) => ({
  title,
  href: `/notices/${slug}`,
  meta: [...notes, buyer.name, statusOf(status).toLowerCase()],
  date: published_on,
})

export const ofOrganisation: Slots['organisationRecords'] = {
  title,
  list: async (db, organisationId) => {
    const notices = await listNoticesOfOrganisation(db, organisationId)
    return notices.map(notice =>
      recordOf(notice, notice.supplier_id === organisationId ? ['as the supplier'] : []),
    )
  },
}

export const ofService: Slots['serviceRecords'] = {
  title,
  list: async (db, serviceId) => (await listNoticesOfService(db, serviceId)).map(notice => recordOf(notice)),
}
