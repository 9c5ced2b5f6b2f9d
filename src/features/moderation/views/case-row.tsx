import type { Maybe } from '#ui/govuk/attributes.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { type Case, casePath } from '../moderation.ts'

/** A thing that waits, or was taken down, with what is to know of it; nothing where it is there no more. */
export const CaseRow = ({ about, meta }: { about: Case | undefined; meta: Maybe<string>[] }) =>
  about === undefined ? null : (
    <ResultRow
      title={about.title}
      headingLevel={2}
      href={casePath(about.subject)}
      who={about.organisation?.name}
      meta={[about.label, ...meta]}
    />
  )
