import type { ComponentChildren } from 'preact'
import type { PersonName } from '#features/accounts/index.ts'
import { formatDate, formatMoment, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Markdown } from '#ui/markdown.tsx'
import type { ExampleList } from '../examples.ts'
import { type Guide, type GuideKind, guidePath, guidesPath, kindLabels, type Withdrawal } from '../guide.ts'
import { Examples } from './examples.tsx'

interface GuidePageProps {
  guide: Guide
  /** Its words, with figures or blanks in them. */
  words: string
  examples: ExampleList[]
  others: Pick<Guide, 'slug' | 'title'>[]
  isCurator: boolean
  /** Why curators alone see it. */
  withdrawal: { withdrawal: Withdrawal; by: PersonName | undefined } | null
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
    {guide.kind !== 'template' && (
      <p class="govuk-body-s">
        <Link href={`${guidesPath}#evidence`}>Where the claims come from</Link>
      </p>
    )}
    {isCurator && (
      <p class="govuk-body-s">
        <Link href={`${guidePath(guide.slug)}/edit`}>Edit this page</Link>
        {!guide.isWithdrawn && (
          <>
            {' · '}
            <Link href={`${guidePath(guide.slug)}/withdrawal`}>Withdraw it</Link>
          </>
        )}
      </p>
    )}
  </Aside>
)

const IsWithdrawn = ({
  slug,
  withdrawal,
  by,
}: { slug: string } & NonNullable<GuidePageProps['withdrawal']>) => (
  <InsetText>
    <p>
      Only curators see this page. {by?.name ?? 'A curator'} withdrew it on{' '}
      {formatMoment(withdrawal.withdrawnAt)}: {withdrawal.reason}
    </p>
    <ButtonForm action={`${guidePath(slug)}/withdrawal/ending`} look="secondary">
      Put it back
    </ButtonForm>
  </InsetText>
)

/** One guide, journey or template, with those who did it. */
export const GuidePage = ({
  guide,
  words,
  examples,
  others,
  isCurator,
  withdrawal,
  template,
}: GuidePageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{kindLabels[guide.kind]}</span>
      <h1 class="govuk-heading-l">{guide.title}</h1>
      {withdrawal && <IsWithdrawn slug={guide.slug} {...withdrawal} />}
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
