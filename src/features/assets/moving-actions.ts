import { sql } from 'kysely'
import type { Moving, OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Two organisations turned out to be one, or not to be: another shares it now. */
    'asset.moved': Record<string, never>
  }
}

const follow = (trx: Db, { clock, actor }: Moving, ids: string[]) =>
  recordActivities(
    trx,
    clock,
    ids.map(id => ({ kind: 'asset.moved', subject: { kind: 'asset', id }, actor, detail: {} })),
  )

const rows = { table: 'asset', column: 'organisation_id', follow } as const

/** What an organisation shares that came from no repository. */
export const movedAssets: OrganisationMove = {
  ...rows,
  part: 'assets',
  label: { one: 'thing to reuse', many: 'things to reuse' },
  only: sql`asset.repository is null`,
}

/** What it shares of repositories, but for those of which the other shares the same. */
export const movedCode: OrganisationMove = {
  ...rows,
  part: 'assets-of-repositories',
  label: { one: 'thing to reuse with a publiccode.yml', many: 'things to reuse with a publiccode.yml' },
  only: sql`asset.repository is not null`,
  unlessSame: ['repository'],
}
