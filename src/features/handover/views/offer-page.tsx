import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import type { Item } from '../handover.ts'
import type { Owned } from '../owning.ts'

interface OfferPageProps {
  organisation: string
  items: Item[]
  things: Owned[]
  action: string
  form: FormState
}

/** All that one person is offered, and one form to take it. */
export const OfferPage = ({ organisation, items, things, action, form }: OfferPageProps) => {
  const { field, isChosen } = choiceIn(form, 'taken')
  const thingOf = ({ kind, owned_id }: Item) =>
    things.find(thing => thing.kind === kind && thing.id === owned_id)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation}</span>
        <h1 class="govuk-heading-l">Will you take over?</h1>
        <p class="govuk-body">
          A colleague passes on what they look after, and named you. You are then asked now and then whether
          it is still so, and hear of what others ask about it.
        </p>
        <PostForm action={action}>
          <Checkboxes
            {...field}
            fieldset={{ legend: 'What you take', legendClass: 'govuk-fieldset__legend--m' }}
            hint="Untick what you do not take."
            items={items.map(item => {
              const thing = thingOf(item)
              return {
                value: item.id,
                label: item.title,
                hint: thing ? [thing.what, thing.as, ...thing.waits].join(' · ') : 'It was closed meanwhile',
                checked: isChosen(item.id),
              }
            })}
          />
          <Textarea
            label="A word on what you do not take"
            hint="Your leads read it, and decide who is asked next. You may leave it out."
            rows={3}
            {...fieldIn(form, 'refusal')}
          />
          <Button>Take what is ticked</Button>
        </PostForm>
      </Column>
    </Row>
  )
}

/** After the answer: what is now theirs. */
export const AnsweredPage = ({ organisation, taken }: { organisation: string | null; taken: Item[] }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Nothing here waits for your answer</h1>
      {taken.length > 0 && (
        <>
          <p class="govuk-body">You have taken over for {organisation}:</p>
          <ul class="govuk-list govuk-list--bullet">
            {taken.map(({ title, path }) => (
              <li>
                <Link href={path}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        <Link href="/my">Go to your own page</Link>
      </p>
    </Column>
  </Row>
)
