/** An entry of a feed. `id` stays the same for good. */
export type Entry = {
  id: string
  title: string
  /** Whole address of its page. */
  url: string
  changedAt: Date
  summary: string
}

/** A feed. Addresses are whole; `self` is that of this page of it, `next` that of the one after, where there is more. */
export type Feed = {
  id: string
  title: string
  self: string
  alternate: string
  first?: string
  next?: string
  entries: Entry[]
}

const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words as they stand in XML 1.0; what no document may hold is left out. */
export const inXml = (text: string) =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, found => named[found as keyof typeof named])

/**
 * A name for good of what has no address for good (RFC 4151): by the host's name and the year in which it was certainly ours.
 * Every part may hold any letters.
 */
export const tagOf = (baseUrl: string, ...parts: string[]) =>
  `tag:${new URL(baseUrl).hostname},2026:${parts.map(encodeURIComponent).join('/')}`

/** Said of a feed in which nothing stands: nothing of it has changed since. */
const beginning = new Date('2026-01-01T00:00:00Z')

const link = (rel: string, href: string, type: string) =>
  `<link rel="${rel}" type="${type}" href="${inXml(href)}"/>`
const own = 'application/atom+xml'

const entryXml = ({ id, title, url, changedAt, summary }: Entry) =>
  [
    '<entry>',
    `<id>${inXml(id)}</id>`,
    `<title>${inXml(title)}</title>`,
    link('alternate', url, 'text/html'),
    `<updated>${changedAt.toISOString()}</updated>`,
    `<summary>${inXml(summary)}</summary>`,
    '</entry>',
  ].join('\n')

/** A feed after RFC 4287, in pages after RFC 5005. */
export function writeAtom({ id, title, self, alternate, first, next, entries }: Feed): string {
  const times = entries.map(({ changedAt }) => changedAt.getTime())
  const changedAt = times.length > 0 ? new Date(Math.max(...times)) : beginning
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${inXml(id)}</id>`,
    `<title>${inXml(title)}</title>`,
    `<updated>${changedAt.toISOString()}</updated>`,
    '<author><name>Pipeline</name></author>',
    link('self', self, own),
    link('alternate', alternate, 'text/html'),
    ...(first ? [link('first', first, own)] : []),
    ...(next ? [link('next', next, own)] : []),
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n')
}
