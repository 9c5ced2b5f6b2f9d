import { sayRange, sumOfBands } from '#features/opportunities/index.ts'
import { costBandLabels } from '#features/problems/index.ts'
import { offerWords, type Saying, type StandingStance } from '#features/stances/index.ts'
import { countOf } from '#ui/money.ts'
import type { Values } from './markers.ts'

const linesOf = (
  stances: StandingStance[],
  says: Saying,
  tell: (stance: StandingStance) => (string | null)[],
) =>
  stances
    .filter(stance => stance.says === says)
    .map(stance => {
      const told = tell(stance).filter(Boolean)
      return told.length > 0 ? `${stance.organisation.name}: ${told.join('; ')}` : stance.organisation.name
    })

const costOf = ({ cost }: StandingStance) => cost && costBandLabels[cost].toLowerCase()

function sayCost(stances: StandingStance[]): string[] {
  const having = stances.filter(({ says }) => says === 'have-it')
  const sum = sumOfBands(having.map(({ organisation, cost }) => ({ organisationId: organisation.id, cost })))
  if (!sum) return []
  const saying = new Set(having.flatMap(({ organisation, cost }) => (cost ? organisation.id : [])))
  return [`${sayRange(sum)} a year, by the bands of ${countOf(saying.size, 'organisation')} that gave one`]
}

/** What organisations say of problems, as a template takes it. */
export const stanceValues = (stances: StandingStance[]) =>
  ({
    'councils that have it': linesOf(stances, 'have-it', stance => [stance.affected, costOf(stance)]),
    'councils that fixed it': linesOf(stances, 'fixed-it', ({ story }) => [story]),
    'councils that stopped': linesOf(stances, 'tried-and-stopped', ({ story }) => [story]),
    'what they offer': stances
      .filter(({ offers }) => offers.length > 0)
      .map(
        ({ organisation, offers }) =>
          `${organisation.name} would ${offers.map(offer => offerWords[offer]).join(', ')}`,
      ),
    'cost to them all': sayCost(stances).join(''),
  }) satisfies Values
