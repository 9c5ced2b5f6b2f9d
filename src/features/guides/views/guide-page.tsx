import type { ComponentChildren } from 'preact'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Markdown } from '#ui/markdown.tsx'
import type { ExampleList } from '../examples.ts'
import { type Guide, type GuideKind, guidePath, kindLabels } from '../guide.ts'
import { Examples } from './examples.tsx'

interface GuidePageProps {
  guide: Guide
  /** Its words, with figures or blanks in them. */
  words: string
  examples: ExampleList[]
  others: Pick<Guide, 'slug' | 'title'>[]
  isCurator: boolean
  /** What a template has besides: how to get it, above its words. */
  template: ComponentChildren
}

const othersTitles: Record<GuideKind, string> = {
  journey: 'The other ways',
  guide: 'Other guides',
  template: 'Other templates',
}

const AboutThisPage = ({ guide, isCurator }: Pick<GuidePageProps, 'guide' | 'isCurator'>) => (
  <Aside title="About this page">
    <p class="govuk-body-s">
      Version {guide.version}, {formatDate(londonDay(guide.publishedAt))}.{' '}
      <Link href={`${guidePath(guide.slug)}/history`}>How it changed</Link>
    </p>
    {isCurator && (
      <p class="govuk-body-s">
        <Link href={`${guidePath(guide.slug)}/edit`}>Edit this page</Link>
      </p>
    )}
  </Aside>
)

/** One guide, journey or template, with those who did it. */
export const GuidePage = ({ guide, words, examples, others, isCurator, template }: GuidePageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{kindLabels[guide.kind]}</span>
      <h1 class="govuk-heading-l">{guide.title}</h1>
      <p class="govuk-body-l">{guide.summary}</p>
      {template}
      <Markdown text={words} under={0} />
      <Examples lists={examples} />
    </Column>
    <Column share="one-third">
      {others.length > 0 && (
        <Aside title={othersTitles[guide.kind]}>
          <ul class="govuk-list govuk-body-s">
            {others.map(({ slug, title }) => (
              <li key={slug}>
                <Link href={guidePath(slug)}>{title}</Link>
              </li>
            ))}
          </ul>
        </Aside>
      )}
      <AboutThisPage guide={guide} isCurator={isCurator} />
    </Column>
  </Row>
)
