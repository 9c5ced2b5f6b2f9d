import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import type { Merge } from '../merge-queries.ts'
import { mergesPath, mergingPath, type OrganisationMove } from '../moves.ts'
import type { OrganisationName } from '../organisation.ts'
import { OrganisationField } from './organisation-field.tsx'
import { OrganisationLink } from './organisation-link.tsx'

export type MovingCount = Pick<OrganisationMove, 'label' | 'says'> & { count: number }

export type MergingPageProps = {
  organisation: OrganisationName
  /** How it became part of another already. */
  merge: Merge | undefined
  /** How that other has become part of a third since. */
  further: Merge | undefined
  form: FormState
  suggestions: OrganisationName[]
  /** What would move, and where to. */
  preview?: { into: OrganisationName; counts: MovingCount[] }
}

const Merged = ({ merge, further, slug }: { merge: Merge; further: Merge | undefined; slug: string }) => (
  <>
    <p class="govuk-body">
      {merge.from.name} became part of <OrganisationLink {...merge.to} /> on{' '}
      {formatDate(londonDay(merge.merged_at))}. Reason: {merge.reason}
    </p>
    <p class="govuk-body">
      Taken back, what moved then goes back to it. What {merge.to.name} got since stays there.
    </p>
    {further ? (
      <p class="govuk-body">
        {merge.to.name} has become part of <OrganisationLink {...further.to} /> since:{' '}
        <Link href={mergingPath(merge.to.slug)}>take that back first</Link>.
      </p>
    ) : (
      <ButtonForm action={`${mergingPath(slug)}/undoing`} look="warning">
        Take the merge back
      </ButtonForm>
    )}
  </>
)

const Preview = ({ organisation, form, preview }: MergingPageProps & { preview: object }) => {
  const { into, counts } = preview as NonNullable<MergingPageProps['preview']>
  const moving = counts.filter(({ count }) => count > 0)
  return (
    <InsetText>
      <h2 class="govuk-heading-m">What will change</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          The page of {organisation.name} leads to that of {into.name} from now on.
        </li>
        {moving.map(({ label, says, count }) => (
          <li key={label.one}>
            {says?.(count, into.name) ??
              `${countOf(count, label.one, label.many)} ${count === 1 ? 'moves' : 'move'} to ${into.name}.`}
          </li>
        ))}
        <li>Your reason stands on the page of {into.name}, with today’s date.</li>
      </ul>
      <PostForm action={mergingPath(organisation.slug)} label="Merge">
        <input type="hidden" name="into" value={into.name} />
        <input type="hidden" name="reason" value={fieldIn(form, 'reason').value} />
        <input type="hidden" name="seen" value="yes" />
        <Button class="govuk-button--warning" preventDoubleClick>
          Merge {organisation.name} into {into.name}
        </Button>
      </PostForm>
      <p class="govuk-body">
        If {organisation.name} is the one that stays,{' '}
        <Link href={`${mergingPath(into.slug)}?into=${organisation.slug}`}>
          merge {into.name} into {organisation.name} instead
        </Link>
        .
      </p>
    </InsetText>
  )
}

/** Where a curator says that a body became part of another, sees what that moves, and takes it back. */
export const MergingPage = (props: MergingPageProps) => {
  const { organisation, merge, further, form, suggestions, preview } = props
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation.name}</span>
        <h1 class="govuk-heading-l">Merge it into another</h1>
        {merge ? (
          <Merged merge={merge} further={further} slug={organisation.slug} />
        ) : (
          <>
            {preview && <Preview {...props} preview={preview} />}
            <p class="govuk-body">
              When a supplier was bought, or stands here twice. Its products, contracts and names move to the
              other, and its address leads there. Its people ask the other to let them speak for it. You see
              what will change before it does.
            </p>
            <PostForm action={mergingPath(organisation.slug)} label="Merge it into another">
              <OrganisationField {...fieldIn(form, 'into')} label="Into which?" suggestions={suggestions} />
              <Textarea
                {...fieldIn(form, 'reason')}
                label="Why?"
                hint="It stands on the page of the other, with today’s date."
                rows={2}
              />
              <Button class={preview && 'govuk-button--secondary'}>See what will change</Button>
            </PostForm>
          </>
        )}
        <p class="govuk-body">
          <Link href={mergesPath}>All merges and renames</Link>
        </p>
      </Column>
    </Row>
  )
}
