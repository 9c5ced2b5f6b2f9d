import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { formatMoment } from '#ui/date.ts'
import { type Difference, Differences, DifferencesLegend } from '#ui/differences.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Markdown } from '#ui/markdown.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { type Guide, guidePath, type Version, type Withdrawal } from '../guide.ts'

type Entry = { version: Version; by: PersonName | undefined; differences: Difference[] }

const versionPath = (slug: string, number: number) => `${guidePath(slug)}/versions/${number}`

const Curator = ({ by }: Pick<Entry, 'by'>) =>
  by?.isShown ? (
    <>
      by <OfficerName person={by} />
    </>
  ) : (
    <>by a curator</>
  )

const Writer = ({ version: { isShipped }, by }: Pick<Entry, 'version' | 'by'>) =>
  isShipped ? <>by the editors of Pipeline</> : <Curator by={by} />

type WithdrawalEntry = {
  withdrawal: Withdrawal
  by: PersonName | undefined
  endedBy: PersonName | undefined
}

const Withdrawals = ({ withdrawals }: { withdrawals: WithdrawalEntry[] }) => (
  <section>
    <SectionHeading>When it was withdrawn</SectionHeading>
    <ul class="govuk-list govuk-list--bullet">
      {withdrawals.map(({ withdrawal: { reason, withdrawnAt, endedAt }, by, endedBy }) => (
        <li key={withdrawnAt.getTime()}>
          {formatMoment(withdrawnAt)}, <Curator by={by} />: {reason}
          {endedAt && (
            <>
              {' '}
              Put back {formatMoment(endedAt)}, <Curator by={endedBy} />.
            </>
          )}
        </li>
      ))}
    </ul>
  </section>
)

interface HistoryPageProps {
  guide: Guide
  entries: Entry[]
  withdrawals: WithdrawalEntry[]
}

/** Every version of a guide, newest first, with what became different in it, and when nobody could read it. */
export const HistoryPage = ({ guide, entries, withdrawals }: HistoryPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{guide.title}</span>
      <h1 class="govuk-heading-l">How this changed</h1>
      {entries.length > 1 && <DifferencesLegend />}
      {entries.map(({ version, by, differences }) => (
        <section key={version.number}>
          <SectionHeading>Version {version.number}</SectionHeading>
          <MetaLine
            items={[
              formatMoment(version.publishedAt),
              <Writer version={version} by={by} />,
              <Link href={versionPath(guide.slug, version.number)}>
                Read <span class="govuk-visually-hidden">version {version.number}</span> as it was
              </Link>,
            ]}
          />
          {version.note && <p class="govuk-body">{version.note}</p>}
          {version.number > 1 && <Differences differences={differences} />}
        </section>
      ))}
      {withdrawals.length > 0 && <Withdrawals withdrawals={withdrawals} />}
    </Column>
  </Row>
)

interface VersionPageProps {
  guide: Guide
  version: Version
  words: string
  mayRestore: boolean
}

/** What a guide said once. */
export const VersionPage = ({ guide, version, words, mayRestore }: VersionPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">
        Version {version.number}, {formatMoment(version.publishedAt)}
      </span>
      <h1 class="govuk-heading-l">{version.title}</h1>
      {version.number !== guide.version && (
        <InsetText>
          This is what it said then. <Link href={guidePath(guide.slug)}>Read what it says now</Link>.
        </InsetText>
      )}
      <p class="govuk-body-l">{version.summary}</p>
      <Markdown text={words} under={0} />
      {mayRestore && (
        <>
          <SectionHeading lead="Its words become a draft. You read it once more before everyone does.">
            Go back to this version
          </SectionHeading>
          <ButtonForm action={`${versionPath(guide.slug, version.number)}/restoration`} look="secondary">
            Take this version into a draft
          </ButtonForm>
        </>
      )}
    </Column>
  </Row>
)
