import type { Visibility } from '#features/accounts/index.ts'
import { collaborationPath } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { SignatureRecord } from './signature-record.ts'

export type VersionState = 'signing' | 'agreed' | 'replaced' | 'ended'

export type Signature = {
  number: number
  organisation: OrganisationName
  signedAt: Date
  /** What was signed, and the seal on it; null once it is forgotten. */
  kept: { record: string; seal: string; said: SignatureRecord } | null
}

/** A text that was fixed for signing. */
export type Version = {
  id: string
  agreementId: string
  number: number
  text: string
  sha256: string
  state: VersionState
  reviewOn: string | null
  endsOn: string | null
  fixedAt: Date
  fixedBy: OrganisationName
  agreedAt: Date | null
  closedAt: Date | null
  /** Those that it names. */
  parties: OrganisationName[]
  signatures: Signature[]
}

/** What a collaboration has of agreements. */
export type Agreement = { id: string; visibility: Visibility; versions: Version[] }

export const agreementPath = (slug: string) => `${collaborationPath(slug)}/agreement`
export const clausePath = (slug: string, key: string) => `${agreementPath(slug)}/clauses/${key}`
export const draftPath = (slug: string) => `${agreementPath(slug)}/draft`
export const termsPath = (slug: string) => `${agreementPath(slug)}/terms`
export const versionPath = (slug: string, number: number) => `${agreementPath(slug)}/versions/${number}`
export const signingPath = (slug: string, number: number) => `${versionPath(slug, number)}/signature`

/** The version that waits for signatures. */
export const waitingOf = ({ versions }: Agreement) => versions.find(({ state }) => state === 'signing')

const hasRunOut = ({ endsOn }: Version, today: string) => endsOn !== null && endsOn < today

/** The version that all have signed and that holds on a day. */
export const standingOn = ({ versions }: Agreement, today: string) =>
  versions.find(version => version.state === 'agreed' && !hasRunOut(version, today))

/** Of those that must sign, who has not: the parties it names, then whoever joined since. */
export function missingFrom(
  { parties, signatures }: Version,
  joined: OrganisationName[],
): OrganisationName[] {
  const signed = new Set(signatures.map(({ organisation }) => organisation.id))
  const named = new Set(parties.map(({ id }) => id))
  return [...parties, ...joined.filter(({ id }) => !named.has(id))].filter(({ id }) => !signed.has(id))
}

/** Parties that are no longer in the collaboration. */
export const leftSince = ({ parties }: Version, joined: OrganisationName[]): OrganisationName[] => {
  const inIt = new Set(joined.map(({ id }) => id))
  return parties.filter(({ id }) => !inIt.has(id))
}

/** Whether an organisation that is in the collaboration can sign a version: it has not, and the version has not ended. */
export const canSign = (version: Version, organisationId: string, today: string) =>
  (version.state === 'signing' || version.state === 'agreed') &&
  !hasRunOut(version, today) &&
  !version.signatures.some(({ organisation }) => organisation.id === organisationId)

export const stateWords = (version: Version, today: string): string => {
  if (version.state === 'agreed') return hasRunOut(version, today) ? 'Ended' : 'Agreed'
  return { signing: 'Waits for signatures', replaced: 'Replaced', ended: 'Ended' }[version.state]
}
