import type { OrganisationName } from '#features/organisations/index.ts'
import { formatDate } from '#ui/date.ts'
import type { Said } from './answer.ts'
import { saidInWords } from './answer.ts'
import type { CanvasDifference, Settlement } from './settlement.ts'
import type { Topic } from './topic.ts'

/** What an organisation did about a topic, the words that it used, and when. */
export type Happening = { at: Date; organisation: OrganisationName; did: string; words: string | null }

/** Of the versions of an answer those that were shown: the one with which the organisation was done, and each after. */
export type ShownVersion = {
  organisation: OrganisationName
  version: number
  said: Said | null
  said_at: Date
}

const proposing: Record<Settlement['outcome'], string> = {
  resolved: 'proposed to resolve it',
  parked: 'parked it',
  accepted: 'proposed to live with it',
}

const ofSettlement = (settlement: Settlement): Happening[] => [
  {
    at: settlement.proposed_at,
    organisation: settlement.organisation,
    did: proposing[settlement.outcome],
    words: settlement.parked_until
      ? `${settlement.words}\nUntil ${formatDate(settlement.parked_until)}`
      : settlement.words,
  },
  ...settlement.confirmations
    .filter(
      ({ organisation }) => organisation.id !== settlement.organisation.id || settlement.outcome !== 'parked',
    )
    .map(({ organisation, confirmed_at }) => ({
      at: confirmed_at,
      organisation,
      did: 'said yes',
      words: null,
    })),
]

/** All that happened on a topic, the latest first. */
export function historyOf(
  topic: Topic,
  versions: ShownVersion[],
  difference: CanvasDifference | undefined,
): Happening[] {
  const answers = versions.map(({ organisation, version, said, said_at }) => ({
    at: said_at,
    organisation,
    did: version === 1 ? 'answered' : 'changed its answer',
    words: saidInWords(topic.fields, said),
  }))
  return [...answers, ...(difference?.settlements ?? []).flatMap(ofSettlement)].toSorted(
    (a, b) => b.at.getTime() - a.at.getTime(),
  )
}
