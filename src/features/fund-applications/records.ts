import type { Slots } from '#plumbing/feature.ts'
import {
  type ApplicationLine,
  listApplicationsOfOrganisation,
  listApplicationsOfService,
} from './page-queries.ts'

const title = 'Bids to the Local Digital Fund'

// Bids are not dated by their sources, so no date is claimed.
const recordOf = ({ title, slug, outcome, organisation }: ApplicationLine, notes: string[] = []) => ({
  title,
  href: `/fund/applications/${slug}`,
  meta: [...notes, organisation, outcome].filter(item => item !== null),
  date: null,
})

export const ofOrganisation: Slots['organisationRecords'] = {
  title,
  list: async (db, organisationId) => {
    const bids = await listApplicationsOfOrganisation(db, organisationId)
    return bids.map(bid => recordOf(bid, bid.leads ? [] : ['as a partner']))
  },
}

export const ofService: Slots['serviceRecords'] = {
  title,
  list: async (db, serviceId) => (await listApplicationsOfService(db, serviceId)).map(bid => recordOf(bid)),
}
