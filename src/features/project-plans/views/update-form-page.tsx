import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import type { PublishedPlan } from '../plan.ts'
import { partHeadings, type Update, updateParts, updatePath, updatesPath } from '../update.ts'

interface UpdateFormPageProps {
  plan: PublishedPlan
  form: FormState
  /** The one that is changed. */
  update?: Update
  findings: Finding[]
  /** For which the writer writes. */
  organisation: string
  /** It waits for a curator once it is sent. */
  isHeld: boolean
}

/** Writing a dated note on a project, or saying it in other words. */
export const UpdateFormPage = ({
  plan,
  form,
  update,
  findings,
  organisation,
  isHeld,
}: UpdateFormPageProps) => {
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">{update ? 'Change an update' : 'Write an update'}</h1>
        <ScreenFindings findings={findings} />
        <PostForm action={update ? `${updatePath(plan.slug, update.id)}/text` : updatesPath(plan.slug)}>
          <Textarea
            {...fieldIn(form, 'text')}
            label="What happened?"
            labelClass="govuk-label--m"
            hint="What you did and what you found out. A few sentences are enough."
            rows={10}
            spellcheck
          />
          <MarkdownHelp />
          {updateParts.map(part => (
            <Textarea
              {...fieldIn(form, part)}
              label={`${partHeadings[part]} (optional)`}
              labelClass="govuk-label--s"
              hint={hints[part]}
              rows={3}
              spellcheck
            />
          ))}
          <Input
            {...fieldIn(form, 'said_on')}
            label="Day"
            labelClass="govuk-label--s"
            hint="Today, or a day before"
            class="govuk-input--width-20"
            autocomplete="off"
          />
          {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
          <HeldFirst isHeld={isHeld} organisation={organisation} />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Publish it all the same' : update ? 'Publish the change' : 'Publish'}
          </Button>
        </PostForm>
        <p class="govuk-body-s">
          {update
            ? 'What it said before stays to be read on its own page.'
            : 'Everyone who may see the project reads it. You can change or withdraw it later.'}
        </p>
      </Column>
    </Row>
  )
}

const hints: Record<(typeof updateParts)[number], string> = {
  next: 'Until the next update.',
  in_the_way: 'Risks, delays, what you wait for.',
  asked: 'Of your board, of partners, or of anyone who reads this.',
}

const MarkdownHelp = () => (
  <Details summary="Headings, lists and links">
    <p class="govuk-body">Leave an empty line between paragraphs. You can also write:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <code># What we found</code> for a heading
      </li>
      <li>
        <code>- one thing</code> on a line of its own for a list
      </li>
      <li>
        <code>**important**</code> for <strong>important</strong> words
      </li>
      <li>
        <code>[our prototype](https://example.org)</code> for a link
      </li>
    </ul>
  </Details>
)
