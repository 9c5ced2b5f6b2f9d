import { Marked } from '#ui/closeness.tsx'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { ownPath, type Problem } from '../problem.ts'
import type { Similar } from '../similar-queries.ts'

type SimilarPageProps = { problem: Problem; similar: Similar[] }

const SimilarRow = ({ found }: { found: Similar }) => (
  <ResultRow
    title={found.title}
    href={found.url}
    headingLevel={2}
    closeness={found.closeness}
    who={found.kind === 'problem' ? 'Problem' : 'Project'}
    meta={found.meta}
    tag={found.tag}
    why={
      found.yours.length > 0 && (
        <>
          Your words “<Marked segments={found.yours} />” met{' '}
          {found.isByEditors && 'a note by Pipeline’s editors, '}“
          <Marked segments={found.theirs} />
          ”.
        </>
      )
    }
    actions={[
      found.kind === 'problem' && { label: 'This is ours too', href: `${found.url}/stance` },
      { label: 'Read it', href: found.url },
    ]}
  >
    {found.summary}
  </ResultRow>
)

/** What others published that is close to a draft, before it is published beside them. */
export const SimilarPage = ({ problem, similar }: SimilarPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{problem.title}</span>
      <h1 class="govuk-heading-l">Has someone said this already?</h1>
      {similar.length === 0 ? (
        <EmptyState title="Nothing you may see is close to your words">
          <p class="govuk-body">You may be the first to write it down. Others will find it from here.</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body-l">
            {similar.some(({ kind }) => kind === 'problem')
              ? 'If one of these is the same problem, say that you have it too: organisations on one page find each other, two pages keep them apart.'
              : 'Nobody has raised it, but these projects are close to it. See what became of them.'}{' '}
            Your draft stays until you discard it.
          </p>
          {similar.map(found => (
            <SimilarRow key={found.url} found={found} />
          ))}
        </>
      )}
      {problem.state === 'draft' && (
        <>
          <PostForm action={`${ownPath(problem)}/comparison`}>
            <Button>{similar.length > 0 ? 'None of these is the same: continue' : 'Continue'}</Button>
          </PostForm>
          <p class="govuk-body">
            <Link href={`${ownPath(problem)}/removal`}>Discard my draft</Link>
          </p>
        </>
      )}
    </Column>
  </Row>
)
