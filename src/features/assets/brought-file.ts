import type { Finding, Publiccode, ReadPubliccode } from '#features/publiccode-reading/index.ts'
import { type AssetSaid, type KeptPubliccode, repositoryOf } from './asset.ts'
import { keptOf, saidFrom } from './from-publiccode.ts'

/** Of a file what is kept until it goes in: nothing that names people. */
export type ReadFile =
  | {
      said: Omit<AssetSaid, 'service_id' | 'how_to'>
      repository: string
      kept: KeptPubliccode
      notes: Finding[]
    }
  | { refusals: Finding[]; notes: Finding[] }

export const filesAtMost = 5
export const fileHours = 24

export const readOf = (said: Publiccode, notes: Finding[]): ReadFile => ({
  said: saidFrom(said),
  repository: repositoryOf(said.url),
  kept: keptOf(said),
  notes,
})

/** Of a refused file what is wrong where, without what stood there: that may be the address of a person. */
export const readFileOf = (read: ReadPubliccode): ReadFile =>
  'refusals' in read
    ? { notes: read.notes, refusals: read.refusals.map(({ line, key, says }) => ({ line, key, says })) }
    : readOf(read.said, read.notes)
