import { formatDate } from '#ui/date.ts'
import { PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import type { Fillable } from '../fillable-queries.ts'
import { type Guide, guidePath, type SourceKind } from '../guide.ts'
import { copyPath, type Source, sourceFields } from '../sources.ts'
import type { Uses } from '../stored-uses.ts'

/** The two files of a template, blank or filled in. */
export const TakeFiles = ({ slug, source }: { slug: string; source?: Source }) => (
  <PostForm action={`${guidePath(slug)}/uses`}>
    {source &&
      Object.entries(sourceFields(source)).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    <ButtonGroup>
      <Button name="as" value="docx">
        Download for Word
      </Button>
      <Button name="as" value="md" class="govuk-button--secondary">
        Download as text
      </Button>
    </ButtonGroup>
  </PostForm>
)

const sayUses = ({ uses, filled, since }: Uses) =>
  `Used ${countOf(uses, 'time')} since ${formatDate(since)}${filled > 0 ? `, ${filled} of them filled in from here` : ''}.`

const FilledFrom = ({ fills }: { fills: SourceKind[] }) => {
  const [ofProblem, ofProject, ofCheck] = [
    fills.includes('problem'),
    fills.includes('project'),
    fills.includes('check'),
  ]
  return (
    <p class="govuk-body">
      To have it filled in,{' '}
      {(ofProblem || ofProject) && (
        <>
          open a {ofProblem && <Link href="/problems">problem</Link>}
          {ofProblem && ofProject && ' or a '}
          {ofProject && <Link href="/projects">project</Link>} and take it from there
        </>
      )}
      {(ofProblem || ofProject) && ofCheck && ', or '}
      {ofCheck && (
        <>
          <Link href="/">check your problem</Link> and write it up
        </>
      )}
      .
    </p>
  )
}

/** Some that it can be filled from, each one press away: those of the reader's own organisation before others. */
const FillItFrom = ({ slug, fillable }: { slug: string; fillable: Fillable[] }) =>
  fillable.length === 0 ? null : (
    <>
      <p class="govuk-body">
        {fillable.some(({ isOwn }) => isOwn)
          ? 'Fill it in from what your organisation published:'
          : 'See it filled in:'}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {fillable.map(source => (
          <li key={source.slug}>
            <Link href={copyPath(slug, { kind: source.kind, slug: source.slug })} rel="nofollow">
              {source.title}
            </Link>{' '}
            ({source.kind})
          </li>
        ))}
      </ul>
    </>
  )

interface TakeTemplateProps {
  guide: Guide
  fillable: Fillable[]
  uses: Uses | undefined
}

/** How to get a template, and how often others did. */
export const TakeTemplate = ({ guide: { slug, fills }, fillable, uses }: TakeTemplateProps) => (
  <>
    <TakeFiles slug={slug} />
    {fills.length > 0 && <FilledFrom fills={fills} />}
    <FillItFrom slug={slug} fillable={fillable} />
    <Details summary={uses ? sayUses(uses) : 'Not used yet. How uses are counted'}>
      <p>
        Each press of a button above counts once, and once a day at most for one browser. What says that it is
        a program is not counted. Kept is a number a day for each template: no address, no name, and nothing
        by which anybody could be followed.
      </p>
    </Details>
  </>
)
