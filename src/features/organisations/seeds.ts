import type { ImportFormat, Seed } from '#plumbing/import.ts'
import { otherBodies } from './import-bodies.ts'
import { councils, formerCouncils } from './import-councils.ts'
import { councilDomains } from './import-domains.ts'
import { memberships, strategicAuthorities } from './import-memberships.ts'
import { listedNames } from './import-names.ts'
import { neighbours, profiles } from './import-relations.ts'
import { formerCouncilSuccession, plannedSuccessors } from './import-succession.ts'

export const imports: ImportFormat[] = [
  councils,
  formerCouncils,
  otherBodies,
  listedNames,
  formerCouncilSuccession,
  plannedSuccessors,
  neighbours,
  profiles,
  memberships,
  councilDomains,
  strategicAuthorities,
]

export const register = { name: 'mySociety, UK local authority names and codes', asOf: '2025-07-10' }

/** In this order: what a later file refers to by code is in by then. */
export const seeds: Seed[] = [
  { format: 'councils', file: 'data/reference/local-authorities.csv', source: register },
  { format: 'former-councils', file: 'data/reference/local-authorities-former.csv', source: register },
  {
    format: 'other-organisations',
    file: 'data/content/other-organisations.csv',
    source: { name: 'Named in what is published here; assigned by Pipeline’s editors', asOf: '2026-11-21' },
  },
  {
    format: 'organisation-names',
    file: 'data/content/organisation-aliases.csv',
    source: { name: 'Assigned by Pipeline’s editors', asOf: '2026-11-21' },
  },
  {
    format: 'former-council-succession',
    file: 'data/reference/local-authorities-former.csv',
    source: register,
  },
  {
    format: 'planned-successors',
    file: 'data/reference/lgr-successors.csv',
    source: { name: 'Notes on local government reorganisation, secondary sources', asOf: '2026-06-11' },
  },
  {
    format: 'council-neighbours',
    file: 'data/reference/council-adjacency.csv',
    source: { name: 'Derived from the boundaries of the Office for National Statistics', asOf: '2025-06-11' },
  },
  {
    format: 'council-profiles',
    file: 'data/reference/council-profiles.csv',
    source: {
      name: 'mySociety, composite UK deprivation and rural-urban data; Census 2021',
      asOf: '2025-06-25',
    },
  },
  { format: 'council-memberships', file: 'data/reference/local-authorities.csv', source: register },
  { format: 'council-domains', file: 'data/reference/local-authorities.csv', source: register },
  {
    format: 'strategic-authorities',
    file: 'data/reference/strategic-authorities-2026.csv',
    source: { name: 'A public table of combined authorities, secondary source', asOf: '2026-09-15' },
  },
]
