import type { Note } from './note.ts'

/** Characters that mean something in Markdown, made to mean themselves; one line. */
const literal = (text: string) => text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replaceAll(/\s+/g, ' ')

/** The note as Markdown, for a wiki or a repository. */
export function noteAsMarkdown({ title, summary, facts, sections, limits, address }: Note): string {
  const entries = sections.flatMap(section => [
    `## ${section.title}`,
    section.says,
    ...section.entries.flatMap(entry => [
      `### [${literal(entry.title)}](${entry.address})`,
      literal(entry.facts),
      literal(entry.text),
      `Why it is here: ${literal(entry.why)}`,
      `Source: ${literal(entry.source)}${entry.sourceAddress ? ` <${entry.sourceAddress}>` : ''}`,
    ]),
  ])
  const blocks = [
    `# ${title}`,
    literal(summary),
    facts.map(({ label, value }) => `- **${label}:** ${literal(value)}`).join('\n'),
    ...entries,
    '## How far this goes',
    limits.map(limit => `- ${limit}`).join('\n'),
    `Open this answer again: <${address}>`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
