import { listPeople, officerName } from '#features/accounts/index.ts'
import { listKeepers } from '#features/freshness/index.ts'
import { type Actor, isMemberOf } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Keeper, SuccessionRole } from './succession.ts'
import { leavingWords } from './warnings.ts'

/** Who keeps a role, in words for one reader. */
export type KeeperWords = (keeper: Keeper) => string

/** Colleagues read names; everyone else “an officer” where someone does not show theirs. */
export async function loadNames(db: Db, actor: Actor, roles: SuccessionRole[]): Promise<KeeperWords> {
  const names = new Map<string, string>()
  const people = await listPeople(
    db,
    roles.flatMap(({ holder, deputy }) =>
      [holder, deputy].flatMap(keeper => (keeper?.kind === 'person' ? [keeper.id] : [])),
    ),
  )
  for (const [id, person] of people) names.set(id, officerName(person))
  for (const id of new Set(roles.map(({ organisation }) => organisation.id)))
    if (isMemberOf(actor, id))
      for (const colleague of await listKeepers(db, id)) names.set(colleague.id, colleague.name)
  return keeper => wordsOf(keeper, names)
}

function wordsOf(keeper: Keeper, names: Map<string, string>): string {
  if (keeper === null) return 'Nobody'
  if (keeper.kind === 'elsewhere') return `${keeper.jobTitle} (not on Pipeline)`
  if (!keeper.isIn) return 'Nobody: who did no longer speaks for it'
  const name = capital(names.get(keeper.id) ?? 'an officer')
  return keeper.leaving ? `${name}, ${leavingWords(keeper.leaving)}` : name
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
