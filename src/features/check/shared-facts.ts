import type { OrganisationFacts } from '#features/organisations/index.ts'
import type { ServiceName } from '#features/services/index.ts'
import type { CheckRow } from './check.ts'

export type Asker = { council?: OrganisationFacts; service?: ServiceName }

/** What a record has in common with who asks. */
export function sharedFacts({ organisation, services }: CheckRow, { council, service }: Asker): string[] {
  const isOwn = council !== undefined && organisation?.id === council.id
  return [
    service && services.includes(service.id) ? `Same service: ${service.name}` : '',
    isOwn ? 'Your own council' : '',
    !isOwn && council?.type && organisation?.type === council.type
      ? `Also a ${council.type.toLowerCase()}`
      : '',
  ].filter(Boolean)
}
