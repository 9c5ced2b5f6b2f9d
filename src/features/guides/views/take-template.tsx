import { formatDate } from '#ui/date.ts'
import { PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { guidePath } from '../guide.ts'
import { canFill, type Source, sourceFields } from '../sources.ts'
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

const FilledFrom = ({ slug }: { slug: string }) => (
  <p class="govuk-body">
    To have it filled in,{' '}
    {canFill(slug, 'problem') && (
      <>
        open a <Link href="/problems">problem</Link>
      </>
    )}
    {canFill(slug, 'problem') && canFill(slug, 'project') && ' or '}
    {canFill(slug, 'project') && (
      <>
        {!canFill(slug, 'problem') && 'open '}a <Link href="/projects">project</Link>
      </>
    )}{' '}
    and take it from there
    {canFill(slug, 'check') && (
      <>
        , or <Link href="/">check your problem</Link> and write it up
      </>
    )}
    .
  </p>
)

/** How to get a template, and how often others did. */
export const TakeTemplate = ({ slug, uses }: { slug: string; uses: Uses | undefined }) => (
  <>
    <TakeFiles slug={slug} />
    <FilledFrom slug={slug} />
    <Details summary={uses ? sayUses(uses) : 'Not used yet. How uses are counted'}>
      <p>
        Each press of a button above counts once, and once a day at most for one browser. What says that it is
        a program is not counted. Kept is a number a day for each template: no address, no name, and nothing
        by which anybody could be followed.
      </p>
    </Details>
  </>
)
