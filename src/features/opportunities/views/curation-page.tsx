import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { opportunityPath } from '../opportunity.ts'
import type { WholeOpportunity } from '../opportunity-queries.ts'
import { WordingFields } from './wording-fields.tsx'

interface CurationPageProps {
  opportunity: WholeOpportunity
  form: FormState
  /** What it can be merged into. */
  others: { slug: string; title: string }[]
}

/** Where a curator decides on what was found. */
export const CurationPage = ({ opportunity, form, others }: CurationPageProps) => {
  const path = opportunityPath(opportunity.slug)
  const isPublished = opportunity.state === 'published'
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{opportunity.title}</span>
        <h1 class="govuk-heading-l">Decide on this common need</h1>
        <p class="govuk-body">
          <Link href={path}>Read what belongs to it</Link>.
          {opportunity.label.length > 0 && ` Words they share: ${opportunity.label.join(', ')}.`}
        </p>
        <PostForm action={`${path}/publication`}>
          <WordingFields form={form} />
          <Button>{isPublished ? 'Save these words' : 'Publish it'}</Button>
        </PostForm>
        <Members opportunity={opportunity} form={form} />
        {opportunity.state !== 'dismissed' && (
          <>
            {others.length > 0 && (
              <>
                <SectionHeading lead="Its address will lead to the other, and all that belongs to it counts there.">
                  Merge it into another
                </SectionHeading>
                <PostForm action={`${path}/merging`}>
                  <Select
                    {...fieldIn(form, 'into')}
                    label="The same need is"
                    items={[
                      { value: '', label: 'Choose one' },
                      ...others.map(({ slug, title }) => ({ value: slug, label: title })),
                    ]}
                  />
                  <Button class="govuk-button--secondary">Merge it</Button>
                </PostForm>
              </>
            )}
            <SectionHeading
              lead={
                opportunity.is_written
                  ? 'Its page stays with the reason, if it was published.'
                  : 'It will not be proposed again, as long as the same things belong to it.'
              }
            >
              Dismiss it
            </SectionHeading>
            <PostForm action={`${path}/dismissal`}>
              <Textarea {...fieldIn(form, 'reason')} label="Why it is not a common need" rows={3} />
              <Button class="govuk-button--warning">Dismiss it</Button>
            </PostForm>
          </>
        )}
      </Column>
    </Row>
  )
}

const Members = ({
  opportunity: { slug, things },
  form,
}: Pick<CurationPageProps, 'opportunity' | 'form'>) => {
  // Sent with every choice of members, and with no other form of this page.
  const isChosen = form.typed.added !== undefined
  const kept = [form.typed.members ?? []].flat()
  return (
    <>
      <SectionHeading lead="Untick what does not belong. What you choose stands, whatever the night finds.">
        What belongs to it
      </SectionHeading>
      <PostForm action={`${opportunityPath(slug)}/members`}>
        <Checkboxes
          {...fieldIn(form, 'members')}
          fieldset={{ legend: 'Things in it', legendClass: 'govuk-visually-hidden' }}
          items={things.map(({ id, title, path, kind }) => ({
            value: id,
            label: <Link href={path}>{title}</Link>,
            hint: kindWords[kind],
            checked: !isChosen || kept.includes(id),
          }))}
        />
        <Input
          {...fieldIn(form, 'added')}
          label="Put a problem in"
          labelClass="govuk-label--s"
          hint="Its title, or the address of its page. Leave it empty to put nothing in."
          maxlength={300}
          autocomplete="off"
          spellcheck={false}
        />
        <Button class="govuk-button--secondary">Keep this choice</Button>
      </PostForm>
    </>
  )
}

const kindWords: Record<string, string> = {
  problem: 'Problem',
  project: 'Project',
  'fund-application': 'Bid',
  notice: 'Procurement notice',
}
