import { phases, phaseWords } from '#features/projects/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Choices } from './choices.ts'
import {
  findSupplier,
  type GroupedCouncil,
  listAuthorities,
  listCouncils,
  listServiceAreas,
  listSuccessions,
} from './council-queries.ts'
import {
  type Chosen,
  type CouncilType,
  councilsIn,
  organisationIdsOf,
  type Place,
  placesOf,
  typesOf,
} from './places.ts'

/** All that can be chosen. */
export type Offered = {
  councils: GroupedCouncil[]
  places: Place[]
  types: CouncilType[]
  areas: { id: number; label: string }[]
}

export async function listOffered(db: Db): Promise<Offered> {
  const councils = await listCouncils(db)
  const [authorities, areas] = [await listAuthorities(db), await listServiceAreas(db)]
  return { councils, places: placesOf(councils, authorities), types: typesOf(councils), areas }
}

/** What was chosen, found; something that does not exist is an absent page. */
export async function findChosen(db: Db, offered: Offered, choices: Choices): Promise<Chosen> {
  const { area, region, type, phase, supplier } = choices
  const place = region === undefined ? undefined : offered.places.find(({ slug }) => slug === region)
  const ofType = type === undefined ? undefined : offered.types.find(({ slug }) => slug === type)
  const inArea = area === undefined ? undefined : offered.areas.find(({ id }) => id === area)
  const inPhase = phases.find(name => name === phase)
  const ofSupplier = supplier === undefined ? undefined : await findSupplier(db, supplier)
  const isAbsent = (asked: unknown, found: unknown) => asked !== undefined && found === undefined
  if (
    isAbsent(region, place) ||
    isAbsent(type, ofType) ||
    isAbsent(area, inArea) ||
    isAbsent(phase, inPhase) ||
    isAbsent(supplier, ofSupplier)
  )
    throw failure('absent', '')
  const among = councilsIn(offered.councils, place, ofType)
  return {
    choices,
    place,
    councils: among.filter(({ isCurrent }) => isCurrent),
    words: {
      area: inArea?.label,
      region: place?.name,
      type: ofType?.label,
      phase: inPhase && phaseWords[inPhase],
      supplier: ofSupplier?.name,
    },
    scope: {
      organisationIds: place || ofType ? organisationIdsOf(among, place, await listSuccessions(db)) : null,
      areaId: inArea?.id ?? null,
      phase: inPhase ?? null,
      supplierId: ofSupplier?.id ?? null,
    },
  }
}
