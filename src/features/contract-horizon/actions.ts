import { writeOpportunity } from '#features/opportunities/index.ts'
import { beginDraft } from '#features/problems/index.ts'
import type { Person, Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Matter } from './matter.ts'
import type { EndingContract } from './window-queries.ts'
import { draftOf, needOf } from './window-words.ts'

type OfWindow = { matter: Matter; contracts: EndingContract[] }

/** Begins a draft of a problem with what is known of a window; its id. */
export const beginJointProblem = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { matter, contracts }: OfWindow,
): Promise<string> => beginDraft(db, clock, actor, draftOf(matter, contracts))

/** Proposes a window as a common need, with its contracts as members; its slug. */
export const proposeNeed = (
  db: Db,
  clock: Clock,
  actor: Person,
  { matter, contracts }: OfWindow,
): Promise<string> => writeOpportunity(db, clock, actor, { problemIds: [], ...needOf(matter, contracts) })
