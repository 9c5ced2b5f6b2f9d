import type { Line } from '../canonical-text.ts'

/** Lines of an agreement's text under one heading, as they are signed. */
export const AgreementLines = ({ lines }: { lines: Line[] }) => (
  <>
    {grouped(lines).map(group =>
      Array.isArray(group) ? (
        <ul class="govuk-list govuk-list--bullet">
          {group.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : (
        <p class={group.kind === 'origin' ? 'app-source govuk-!-margin-bottom-5' : 'govuk-body'}>
          {group.text}
        </p>
      ),
    )}
  </>
)

/** Items that follow each other make one list. */
function grouped(lines: Line[]): (Line | Line[])[] {
  const groups: (Line | Line[])[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (line.kind !== 'item') groups.push(line)
    else if (Array.isArray(last)) last.push(line)
    else groups.push([line])
  }
  return groups
}
