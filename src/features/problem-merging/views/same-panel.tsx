import { ProblemLink } from '#features/problems/index.ts'
import { Link } from '#ui/link.tsx'
import { type MergeState, proposingPath } from '../merge.ts'

interface SamePanelProps {
  /** Problems that went into this one. */
  merged: { title: string; slug: string }[]
  /** What curators and owners can look at or decide. */
  decided: { state: MergeState; title: string; href: string }[]
  /** The slug of the problem, for who may propose that it is the same as another. */
  proposeFrom: string | null
}

const decidedWords: Partial<Record<MergeState, string>> = {
  proposed: 'Proposed to be the same',
  merged: 'Why they were merged, and who agreed',
}

export const SamePanel = ({ merged, decided, proposeFrom }: SamePanelProps) => (
  <>
    {merged.length > 0 && (
      <>
        <p class="govuk-body govuk-!-margin-bottom-1">Merged into this one:</p>
        <ul class="govuk-list">
          {merged.map(problem => (
            <li>
              <ProblemLink {...problem} />
            </li>
          ))}
        </ul>
      </>
    )}
    {decided.length > 0 && (
      <ul class="govuk-list">
        {decided.map(({ state, title, href }) => (
          <li>
            <Link href={href}>
              {decidedWords[state]}: {title}
            </Link>
          </li>
        ))}
      </ul>
    )}
    {proposeFrom && (
      <p class="govuk-body">
        <Link href={proposingPath(proposeFrom)}>Propose that it is the same as another</Link>
      </p>
    )}
  </>
)

interface HistoryWordsProps {
  /** Absent where the reader may not see it. */
  other: { title: string; slug: string | null } | undefined
  isGone: boolean
  isUndone: boolean
}

export const HistoryWords = ({ other, isGone, isUndone }: HistoryWordsProps) => {
  const named = other?.slug ? <ProblemLink title={other.title} slug={other.slug} /> : 'another problem'
  if (isUndone) return <>the merge with {named} was undone</>
  return isGone ? <>merged into {named}</> : <>{named} was merged into this one</>
}
