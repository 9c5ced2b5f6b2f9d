import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Markdown } from '#ui/markdown.tsx'
import type { Guide } from '../guide.ts'
import type { Source } from '../sources.ts'
import { TakeFiles } from './take-template.tsx'

interface CopyPageProps {
  guide: Guide
  source: Source
  words: string
  isPublic: boolean
}

/** A template, filled in, to read before it is taken. */
export const CopyPage = ({ guide, source, words, isPublic }: CopyPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Template, filled in</span>
      <h1 class="govuk-heading-l">{guide.title}</h1>
      <InsetText>
        What stands in [square brackets] is for you to write. Nothing of this copy is kept here.
        {!isPublic && source.kind !== 'check' && ' Not everyone may read what it was filled from.'}
      </InsetText>
      <TakeFiles slug={guide.slug} source={source} />
      <Markdown text={words} under={0} />
    </Column>
  </Row>
)
