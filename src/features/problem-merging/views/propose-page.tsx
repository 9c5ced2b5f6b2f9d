import { ProblemLink, type PublishedProblem } from '#features/problems/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Quoted } from '#ui/section.tsx'
import { days, proposingPath } from '../merge.ts'

/** Why an owner said no to the same before. */
export type Refusal = { organisation: string; reason: string; at: Date }

interface ProposePageProps {
  problem: PublishedProblem
  /** Those that come near. */
  near: (PublishedProblem & { tag: string | undefined })[]
  form: FormState
  refusals: Refusal[]
}

const stayWords = {
  this: 'This problem stays, and the other is merged into it',
  other: 'The other problem stays, and this one is merged into it',
}

/** Where a curator says that two problems are the same. */
export const ProposePage = ({ problem, near, form, refusals }: ProposePageProps) => {
  const stays = choiceIn(form, 'stays')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{problem.title}</span>
        <h1 class="govuk-heading-l">Is it the same as another problem?</h1>
        <p class="govuk-body">
          You propose, and the owners of both decide: nothing happens unless both say yes within {days} days.
        </p>
        <PostForm action={proposingPath(problem.slug)}>
          {refusals.length > 0 && <RefusedBefore form={form} refusals={refusals} />}
          {near.length > 0 && <NearOnes near={near} form={form} />}
          <Input
            {...fieldIn(form, 'other')}
            label={near.length > 0 ? 'Or another problem' : 'The other problem'}
            labelClass="govuk-label--s"
            hint="Its title, or the address of its page"
            maxlength={300}
            autocomplete="off"
            spellcheck={false}
          />
          <Radios
            {...stays.field}
            fieldset={{ legend: 'Which one stays?', legendClass: 'govuk-fieldset__legend--s' }}
            hint="The better told one, or the one with more organisations. The other stays readable at its address."
            items={(['this', 'other'] as const).map(value => ({
              value,
              label: stayWords[value],
              checked: stays.isChosen(value),
            }))}
          />
          <Textarea
            {...fieldIn(form, 'reason')}
            label="Why are they the same?"
            labelClass="govuk-label--s"
            hint="Both owners read this. Say what happens in both, and that what differs does not matter."
            rows={4}
          />
          <Button>Ask both owners</Button>
        </PostForm>
      </Column>
    </Row>
  )
}

const NearOnes = ({ near, form }: Pick<ProposePageProps, 'near' | 'form'>) => {
  const { field, isChosen } = choiceIn(form, 'chosen')
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'Problems that come near', legendClass: 'govuk-fieldset__legend--s' }}
      items={[
        ...near.map(({ title, slug, organisation, tag }) => ({
          value: slug,
          label: <ProblemLink title={title} slug={slug} />,
          hint: [organisation.name, tag].filter(Boolean).join(' · '),
          checked: isChosen(slug),
        })),
        { divider: 'or' },
        { value: '', label: 'None of these', checked: isChosen('') },
      ]}
    />
  )
}

const RefusedBefore = ({ form, refusals }: Pick<ProposePageProps, 'form' | 'refusals'>) => {
  const { field, isChosen } = choiceIn(form, 'again')
  return (
    <>
      <InsetText>
        <p class="govuk-body">
          <strong>This was proposed before, and refused.</strong>
        </p>
        {refusals.map(({ organisation, reason, at }) => (
          <>
            <p class="govuk-body govuk-!-margin-bottom-1">
              {organisation} on {formatDate(londonDay(at))}:
            </p>
            <Quoted>{reason}</Quoted>
          </>
        ))}
      </InsetText>
      <Checkboxes
        {...field}
        items={[{ value: 'yes', label: 'Ask again all the same', checked: isChosen('yes') }]}
      />
    </>
  )
}
