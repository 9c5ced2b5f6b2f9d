import { listOrganisationsById, type OrganisationFacts } from '#features/organisations/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Search } from './partner-facts.ts'
import type { PartnerQuery } from './partner-query.ts'
import { addFindings, type Findings, isAlike, lookFurther, type Partner, rankPartners } from './partners.ts'

export type RankedPartner = Partner & { organisation: OrganisationFacts; isFar: boolean }

/** `distances`: kilometres by organisation, of those whose place is known. */
export type FoundPartners = { partners: RankedPartner[]; count: number }

type Asked = { db: Db; site: Site; clock: Clock; actor: Actor }

/** Who could join, best first; those in `except` take part already. Suppliers and what is no more are left out. */
export async function findPartners(
  { db, site, clock, actor }: Asked,
  search: Search,
  except: string[],
  { weights, looksFurther, most }: PartnerQuery,
): Promise<FoundPartners> {
  const findings: Findings = new Map()
  for (const { load } of site.slot('partnerFacts'))
    addFindings(findings, await load(db, clock, actor, search))
  const ranked = rankPartners(findings, weights)
  const organisations = await listOrganisationsById(
    db,
    ranked.map(({ organisationId }) => organisationId),
  )
  const askable = ranked.filter(({ organisationId }) => {
    const organisation = organisations.get(organisationId)
    return (
      organisation?.status === 'current' &&
      organisation.kind !== 'supplier' &&
      !except.includes(organisationId)
    )
  })
  const isFar = (id: string) => search.askerId !== null && !findings.get('distance')?.has(id)
  const ordered = looksFurther ? lookFurther(askable, id => isFar(id) && isAlike(findings, id)) : askable
  return {
    count: ordered.length,
    partners: ordered.slice(0, most).map(partner => ({
      ...partner,
      organisation: organisations.get(partner.organisationId)!,
      isFar: isFar(partner.organisationId) && isAlike(findings, partner.organisationId),
    })),
  }
}
