import { listCurators, listSpokespeople } from '#features/accounts/index.ts'
import { type Letter, queueMail, queueMails } from '#features/mail/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { londonDay } from '#ui/date.ts'
import {
  endedLetter,
  type MergeNews,
  mergedLetter,
  proposedLetter,
  refusedLetter,
  takenBackLetter,
  undoneLetter,
} from './letters.ts'
import { answersUntil, notShown, type Sides } from './merge.ts'
import type { Merge } from './merge-queries.ts'

type What = 'proposed' | 'refused' | 'taken-back' | 'merged' | 'undone'

const letters: Record<What, (news: MergeNews, clock: Clock) => Letter> = {
  proposed: (news, clock) => proposedLetter(news, londonDay(answersUntil(clock.now()))),
  refused: refusedLetter,
  'taken-back': takenBackLetter,
  merged: mergedLetter,
  undone: undoneLetter,
}

const about = 'problem-merge'

/** As letters name it: without its title once a curator has taken it down. */
const named = ({ problem: { title, slug, hidden } }: Sides['goes']) => ({
  title: hidden ? notShown : title,
  slug,
})

/** Writes once to those who decide for the owner of each problem: its leads, or where it has none all who speak for it. */
export async function tellOwners(
  trx: Db,
  clock: Clock,
  { what, id, sides: { goes, stays } }: { what: What; id: string; sides: Sides },
): Promise<void> {
  const owners = new Map([goes, stays].map(({ owner }) => [owner.id, owner]))
  const news = { id, goes: named(goes), stays: named(stays) }
  for (const owner of owners.values()) {
    const spokespeople = await listSpokespeople(trx, owner.id)
    const deciding = owner.hasLead ? spokespeople.filter(({ role }) => role === 'lead') : spokespeople
    const letter = letters[what]({ ...news, owner: owner.name }, clock)
    await queueMails(
      trx,
      clock,
      deciding.map(({ personId, email }) => ({
        key: `problem-merge ${id} ${what} to ${personId} of ${owner.id}`,
        to: email,
        about,
        letter,
      })),
    )
  }
}

type Ended = { what: 'refused' | 'expired'; merge: Merge; sides: Sides }

/** Writes to the curator who proposed it, as long as they are one. */
export async function tellProposer(
  trx: Db,
  clock: Clock,
  { what, merge: { id, proposed_by }, sides: { goes, stays } }: Ended,
): Promise<void> {
  const proposer = (await listCurators(trx)).find(({ personId }) => personId === proposed_by)
  if (!proposer) return
  const letter = endedLetter(what, { id, goes: named(goes), stays: named(stays) })
  await queueMail(trx, clock, {
    key: `problem-merge ${id} ${what} to its proposer`,
    to: proposer.email,
    about,
    letter,
  })
}
