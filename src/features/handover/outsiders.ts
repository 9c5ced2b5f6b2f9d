import type { Site } from '#plumbing/feature.ts'
import { handoverPath, type Item } from './handover.ts'

const hidden = 'Something that only members of the organisation see'

/** What whoever does not speak for the organisation reads of its things: not what those are called that are for its members. */
export const asOutsidersRead = (site: Site, items: Item[]): Item[] =>
  items.map(item =>
    isForMembersOnly(site, item) ? { ...item, title: hidden, path: handoverPath(item.handover_id) } : item,
  )

export const isForMembersOnly = (site: Site, { kind }: Pick<Item, 'kind'>): boolean =>
  site.slot('owned').some(owned => owned.kind === kind && owned.isForMembersOnly === true)

/** What these things are called, for leads or for curators in their place. */
export const titlesFor = (site: Site, to: 'lead' | 'curator', items: Item[]): string[] =>
  (to === 'curator' ? asOutsidersRead(site, items) : items).map(({ title }) => title)
