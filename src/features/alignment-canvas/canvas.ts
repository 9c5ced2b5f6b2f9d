import { type Collaboration, collaborationPath } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Answering, Answers } from './answer.ts'
import type { TopicName } from './topic.ts'

export const canvasPath = (slug: string) => `${collaborationPath(slug)}/canvas`
export const answersPath = (slug: string) => `${canvasPath(slug)}/answers`
export const answerPath = (slug: string, topic: TopicName) => `${answersPath(slug)}/${topic}`
export const differencePath = (slug: string, topic: TopicName) => `${canvasPath(slug)}/differences/${topic}`

/** A partner, and since when it is done; null while it is not. */
export type CanvasPartner = {
  organisation: OrganisationName
  done_at: Date | null
  isSmall: boolean
  isLarge: boolean
}

/** The canvas of a collaboration as one of its partners meets it. */
export type Canvas = {
  collaboration: Collaboration
  /** For whom it is read. */
  organisation: OrganisationName
  /** Those that have joined, in the order of their names. */
  partners: CanvasPartner[]
  own: Answers
  isDone: boolean
  /** What the others say shows once one is done, and another is too. */
  isShown: boolean
  /** What the partners say that are done; none while it is not shown. */
  answering: Answering[]
}

/** From so many that are done on, what they say shows to each of them. */
export const fewestDone = 2

export const isShownTo = (
  partners: Pick<CanvasPartner, 'organisation' | 'done_at'>[],
  organisationId: string,
) => {
  const done = partners.filter(({ done_at }) => done_at !== null)
  return done.length >= fewestDone && done.some(({ organisation }) => organisation.id === organisationId)
}

/** Councils with fewer people than this are small, whatever their type. */
const fewPeople = 150_000

export type Size = { kind: string; tier: string | null; population: number | null }

/** A district, or a council of few people. */
export const isSmall = ({ kind, tier, population }: Size) =>
  kind === 'council' && (tier === 'lower' || (population !== null && population < fewPeople))

/** A council that is not small. */
export const isLarge = (size: Size) => size.kind === 'council' && !isSmall(size)

/** The small partners still to answer where only large councils have: whom to ask. */
export function smallToAsk(partners: CanvasPartner[]): OrganisationName[] {
  const done = partners.filter(({ done_at }) => done_at !== null)
  return done.length > 0 && done.every(({ isLarge }) => isLarge)
    ? partners.filter(({ done_at, isSmall }) => done_at === null && isSmall).map(each => each.organisation)
    : []
}
