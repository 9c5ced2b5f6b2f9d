import { type Entry, tagOf } from '#features/feeds/index.ts'
import { formatDate } from '#ui/date.ts'
import type { Highlights } from './highlights.ts'
import { reportOf, sayStatus } from './report.ts'

/** An update as an entry of its project's feed. */
export function entryOf(
  facts: Highlights,
  { id, changedAt, baseUrl }: { id: string; changedAt: Date; baseUrl: string },
): Entry {
  const { sections } = reportOf(facts)
  return {
    id: tagOf(baseUrl, 'project-update', id),
    title: `${facts.project}: update of ${formatDate(facts.on)}`,
    url: facts.address,
    changedAt,
    summary: [
      `${facts.saidBy} · ${sayStatus(facts.status)}`,
      ...sections.map(
        ({ title, blocks }) =>
          `${title}:\n${blocks.map(({ kind, text }) => (kind === 'item' ? `– ${text}` : text)).join('\n')}`,
      ),
    ].join('\n\n'),
  }
}
