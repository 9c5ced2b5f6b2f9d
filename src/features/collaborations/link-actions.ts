import type { Visibility } from '#features/accounts/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { type Collaboration, linksAtMost } from './collaboration.ts'
import { holdIfShown } from './hold-actions.ts'
import { lockOwn } from './own-queries.ts'
import { listLinks } from './queries.ts'
import { deleteLink, insertLink } from './stored-links.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'collaboration.link-added': { linkId: string }
    'collaboration.link-removed': { linkId: string }
  }
}

type Link = { title: string; href: string; visibility: Visibility }

/** Adds where the organisation one acts for works. */
export const addLink = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  link: Link,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const standing = await lockOwn(trx, actor, collaboration)
    const { id } = standing
    const own = (await listLinks(trx, id)).filter(
      ({ organisation_id }) => organisation_id === actor.actingFor.id,
    )
    if (own.length >= linksAtMost)
      throw failure('conflict', `An organisation has up to ${linksAtMost} links here. Take one out first.`)
    const linkId = newId()
    await insertLink(trx, {
      ...link,
      id: linkId,
      collaboration_id: id,
      organisation_id: actor.actingFor.id,
      added_at: clock.now(),
      added_by: actor.id,
    })
    await holdIfShown(trx, clock, actor, standing, link.visibility)
    await recordActivity(trx, clock, {
      kind: 'collaboration.link-added',
      subject: { kind: 'collaboration', id },
      actor,
      detail: { linkId },
    })
  })

/** Takes out a link of one's own organisation. */
export const removeLink = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  linkId: string,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, collaboration)
    const isDeleted = await deleteLink(trx, {
      id: linkId,
      collaborationId: id,
      organisationId: actor.actingFor.id,
    })
    if (!isDeleted) throw failure('absent', '')
    await recordActivity(trx, clock, {
      kind: 'collaboration.link-removed',
      subject: { kind: 'collaboration', id },
      actor,
      detail: { linkId },
    })
  })
