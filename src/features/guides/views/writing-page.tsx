import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import {
  type GuideKind,
  kindLabels,
  type SourceKind,
  showLabels,
  shows,
  sourceKinds,
  sourceLabels,
} from '../guide.ts'
import { longest } from '../guide-form.ts'
import { knownMarkers } from '../known-markers.ts'

interface WritingPageProps {
  action: string
  heading: string
  kind: GuideKind
  /** It is begun here, as this kind. */
  isNew?: boolean
  form: FormState
}

const inWords = (source: SourceKind) => sourceLabels[source].toLowerCase()

const HowToWrite = ({ kind }: Pick<WritingPageProps, 'kind'>) => (
  <Details summary="How to write it">
    <p>
      Plain English, 300 to 600 words. Behind each claim its evidence. Markdown: ## before a heading, a hyphen
      before an item, [words](address) for a link; addresses of this site begin with a slash.
    </p>
    <p>
      {kind === 'template'
        ? 'A name in double braces is filled in: {{title}}. A line that begins with > is advice, which is left out where all under its heading is filled in.'
        : `A name in double braces becomes a figure of this site as it is on the day. This page can use: ${knownMarkers(kind, []).join(', ')}.`}
    </p>
    {kind === 'template' &&
      sourceKinds.map(source => (
        <p key={source}>
          From {inWords(source)}: {knownMarkers(kind, [source]).join(', ')}.
        </p>
      ))}
  </Details>
)

/** The words of a guide, to write or change; what is sent is a draft. */
export const WritingPage = ({ action, heading, kind, isNew, form }: WritingPageProps) => {
  const { field, isChosen } = choiceIn(form, 'shows')
  const filled = choiceIn(form, 'fills')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{kindLabels[kind]}</span>
        <h1 class="govuk-heading-l">{heading}</h1>
        <HowToWrite kind={kind} />
        <PostForm action={action}>
          <Input {...fieldIn(form, 'title')} label="Title" maxlength={longest.title} spellcheck />
          <Textarea
            {...fieldIn(form, 'summary')}
            label="In short"
            hint="One or two sentences: what it is for, and for whom."
            rows={3}
            spellcheck
          />
          <Textarea {...fieldIn(form, 'words')} label="Words" hint="In Markdown." rows={24} spellcheck />
          {kind === 'template' && (
            <Checkboxes
              {...filled.field}
              class="govuk-checkboxes--small"
              fieldset={{ legend: 'Filled from', legendClass: 'govuk-fieldset__legend--s' }}
              hint="On the page of each such problem or project stands a link that fills it in. Tick nothing where nothing fills it."
              items={sourceKinds.map(source => ({
                value: source,
                label: sourceLabels[source],
                checked: filled.isChosen(source),
              }))}
            />
          )}
          <Checkboxes
            {...field}
            class="govuk-checkboxes--small"
            fieldset={{ legend: 'Lists below the words', legendClass: 'govuk-fieldset__legend--s' }}
            hint="They fill themselves from what is published here."
            items={shows.map(show => ({ value: show, label: showLabels[show], checked: isChosen(show) }))}
          />
          <Input
            {...fieldIn(form, 'note')}
            label="What you changed, and why (optional)"
            hint="Shown in the history of this page."
            maxlength={longest.note}
          />
          {isNew ? (
            <input type="hidden" name="kind" value={kind} />
          ) : (
            <input type="hidden" name="revision" value={[form.typed.revision].flat()[0] ?? '0'} />
          )}
          <Button>Save the draft and look at it</Button>
        </PostForm>
      </Column>
    </Row>
  )
}
