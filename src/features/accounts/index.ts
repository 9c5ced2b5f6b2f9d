export { keptEmail, roleLabels } from './person.ts'
export { maySee, type Seen, type Visibility, visibilities, visibilityLabels } from './visibility.ts'
