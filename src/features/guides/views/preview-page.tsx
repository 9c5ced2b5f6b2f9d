import { formatMoment } from '#ui/date.ts'
import { type Difference, Differences, DifferencesLegend } from '#ui/differences.tsx'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Markdown } from '#ui/markdown.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { type Draft, type GuideKind, guidePath, kindLabels, showLabels, sourceLabels } from '../guide.ts'

interface PreviewPageProps {
  slug: string
  kind: GuideKind
  draft: Draft
  savedBy: string
  words: string
  isWithdrawn: boolean
  revision: number
  /** What publishing it would change; null where nothing was published before. */
  differences: Difference[] | null
}

const Decide = ({
  slug,
  draft,
  savedBy,
  isWithdrawn,
  revision,
}: Pick<PreviewPageProps, 'slug' | 'draft' | 'savedBy' | 'isWithdrawn' | 'revision'>) => (
  <Aside title="Only curators see this draft">
    <p class="govuk-body-s">
      Saved {formatMoment(draft.savedAt)} by {savedBy}. {draft.note}
    </p>
    <ButtonForm action={`${guidePath(slug)}/publication`} fields={{ revision: String(revision) }}>
      {isWithdrawn ? 'Publish it and put it back' : 'Publish it'}
    </ButtonForm>
    <ButtonForm
      action={`${guidePath(slug)}/draft-removal`}
      fields={{ revision: String(revision) }}
      look="secondary"
    >
      Discard the draft
    </ButtonForm>
    <p class="govuk-body-s">
      <Link href={`${guidePath(slug)}/edit`}>Go on writing</Link>
    </p>
  </Aside>
)

const WhatChanges = ({ differences }: { differences: Difference[] }) => (
  <section>
    <SectionHeading>What publishing it changes</SectionHeading>
    {differences.length === 0 ? (
      <p class="govuk-body">Nothing: the draft says what everyone reads already.</p>
    ) : (
      <>
        <DifferencesLegend />
        <Differences differences={differences} />
      </>
    )}
  </section>
)

/** A draft as everyone would read it, and what it changes. */
export const PreviewPage = ({
  slug,
  kind,
  draft,
  savedBy,
  words,
  isWithdrawn,
  revision,
  differences,
}: PreviewPageProps) => (
  <Row>
    <Column share="two-thirds">
      <InsetText>This is a preview.</InsetText>
      <span class="govuk-caption-l">{kindLabels[kind]}</span>
      <h1 class="govuk-heading-l">{draft.title}</h1>
      <p class="govuk-body-l">{draft.summary}</p>
      <Markdown text={words} under={0} />
      {draft.shows.length > 0 && (
        <p class="govuk-body">Below the words: {draft.shows.map(show => showLabels[show]).join('; ')}.</p>
      )}
      {kind === 'template' && (
        <p class="govuk-body">
          {draft.fills.length > 0
            ? `Filled from: ${draft.fills.map(fill => sourceLabels[fill].toLowerCase()).join('; ')}.`
            : 'Nothing fills it.'}
        </p>
      )}
      {differences && <WhatChanges differences={differences} />}
    </Column>
    <Column share="one-third">
      <Decide slug={slug} draft={draft} savedBy={savedBy} isWithdrawn={isWithdrawn} revision={revision} />
    </Column>
  </Row>
)
