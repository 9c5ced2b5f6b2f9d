import { isEmbedding } from '#features/meaning/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { enqueue, type JobContext, type JobKind } from '#plumbing/jobs.ts'
import { guessServices } from './service-guess-queries.ts'
import { listMarkedPhrases } from './service-queries.ts'
import { listUntold, type ToldService, writeTold } from './stored-services.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Which service it is for was told anew, by other clues than before. */
    'contract.service-told': { by: 'clues' }
  }
}

export const tellServicesQueue = 'tell-contract-services'
const atOnce = 200

export type Telling = { round: string; piece: number }
export const tellingKey = ({ round, piece }: Telling) => `${round} ${piece}`

/** The mark of what contracts are told by now: it changes with a clue, the name of a service, a product, or the model. */
export async function presentMark(db: Db): Promise<string> {
  const { mark } = await listMarkedPhrases(db)
  return isEmbedding() ? `${mark} with meaning` : mark
}

/** Tells of stored contracts which services they are for, so many at a time, each time a job of its own. */
export const tellServices: JobKind<Telling, Told> = {
  queue: tellServicesQueue,
  leaseSeconds: 600,
  isLong: true,
  reach: (jobs, { db }) => jobs.map(({ payload }) => tellSome(db, payload)),
  settle: async (trx, pieces, context) => {
    for (const piece of pieces) await keepTold(trx, piece, context)
  },
}

type Told = { telling: Telling; mark: string; told: ToldService[] }

async function tellSome(db: Db, telling: Telling): Promise<Told> {
  const { phrases } = await listMarkedPhrases(db)
  const mark = await presentMark(db)
  const contracts = await listUntold(db, mark, atOnce)
  const found = contracts.map(contract => phrases.find(contract))
  const byWords = contracts.map(contract => {
    const [only, second] = phrases.listGuesses(contract)
    return second === undefined ? only : undefined
  })
  const near = await guessServices(
    db,
    contracts.flatMap(({ title, serviceFrom }, at) =>
      found[at] || byWords[at] || serviceFrom === 'council' || phrases.isGeneral(title) ? [] : [title],
    ),
  )
  const told = contracts.map(
    ({ id, title }, at): ToldService => ({
      id,
      title,
      service_id: found[at]?.id ?? null,
      service_from: found[at]?.from ?? null,
      guess_id: found[at] ? null : (byWords[at] ?? near.get(title)?.id ?? null),
    }),
  )
  return { telling, mark, told }
}

async function keepTold(trx: Db, { telling, mark, told }: Told, { clock }: JobContext) {
  const changed = await writeTold(trx, told, mark, clock.now())
  await recordActivities(
    trx,
    clock,
    changed.map(id => ({
      kind: 'contract.service-told',
      subject: { kind: 'contract', id },
      actor: system,
      detail: { by: 'clues' },
    })),
  )
  if (told.length < atOnce) return
  const next = { ...telling, piece: telling.piece + 1 }
  await enqueue(trx, clock, tellServicesQueue, tellingKey(next), next)
}
