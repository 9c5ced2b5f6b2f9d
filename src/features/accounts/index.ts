export { listPeople, listSpokespeople, type Spokesperson } from './people-queries.ts'
export { keptEmail, officerName, type PersonName, roleLabels } from './person.ts'
export { OfficerName } from './views/officer-name.tsx'
export { maySee, type Seen, type Visibility, visibilities, visibilityLabels } from './visibility.ts'
