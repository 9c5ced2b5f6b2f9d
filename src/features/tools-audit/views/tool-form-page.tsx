import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { type Matter, matterLabels, matters, purposeLabels, purposes } from '../tool.ts'
import { longestName, longestSays, longestSource } from '../tool-form.ts'

const hints: Record<Matter, string> = {
  describes: 'In a sentence.',
  maker: 'The company or community that makes it.',
  address: 'Where it is found on the web.',
  cost: 'What it costs, or that it costs nothing, and for whom.',
  licence: 'Whether it is open source, and under which licence.',
  'where-kept': 'In which country, and with whom.',
  accessibility: 'Whether it has an accessibility statement, and what was found.',
  'sign-in': 'Whether one needs an account, and whether guests can come in.',
  records: 'How what is in it is kept as a record, and found for a request.',
  'runs-on': 'Whether it works without JavaScript, without an install and in an old browser.',
}

export type ToolFormPageProps = {
  heading: string
  action: string
  form: FormState
  findings: Finding[]
  /** Who proposes it, where a curator reads it first; null where a curator writes. */
  proposer: { organisation: string; isHeld: boolean } | null
}

/** What is said of a tool: proposed anew, or corrected. */
export const ToolFormPage = ({ heading, action, form, findings, proposer }: ToolFormPageProps) => {
  const chosen = choiceIn(form, 'purposes')
  return (
    <Row>
      <Column share="two-thirds">
        {proposer && <span class="govuk-caption-l">{proposer.organisation}</span>}
        <h1 class="govuk-heading-l">{heading}</h1>
        <ScreenFindings findings={findings} />
        {proposer && <HeldFirst {...proposer} />}
        <p class="govuk-body">
          Write only what you have read or tried. Leave the rest empty: it stands as “not known”, which helps
          more than a guess.
        </p>
        <PostForm action={action}>
          {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
          <Input
            {...fieldIn(form, 'name')}
            label="Name"
            labelClass="govuk-label--s"
            maxlength={longestName}
            autocomplete="off"
          />
          <Checkboxes
            {...chosen.field}
            class="govuk-checkboxes--small"
            fieldset={{ legend: 'What it is for', legendClass: 'govuk-fieldset__legend--s' }}
            items={purposes.map(purpose => ({
              value: purpose,
              label: purposeLabels[purpose],
              checked: chosen.isChosen(purpose),
            }))}
          />
          {matters.map(matter => (
            <Textarea
              {...fieldIn(form, matter)}
              label={`${matterLabels[matter]} (optional)`}
              labelClass="govuk-label--s"
              hint={hints[matter]}
              rows={2}
              maxlength={longestSays}
            />
          ))}
          <Input
            {...fieldIn(form, 'source')}
            label="Where do you know this from?"
            labelClass="govuk-label--s"
            hint="Such as “its accessibility statement” or “we use it”. It stands beside what you write, with today’s date."
            maxlength={longestSource}
          />
          <Input
            {...fieldIn(form, 'source_url')}
            label="Where can others read it? (optional)"
            labelClass="govuk-label--s"
            hint="An address that begins with https://"
            maxlength={longestSays}
            autocomplete="off"
          />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Publish it all the same' : proposer ? 'Propose it' : 'Publish it'}
          </Button>
        </PostForm>
      </Column>
    </Row>
  )
}
