import { type Finding, sayFinding } from '#features/publiccode-reading/index.ts'
import { formatDate } from '#ui/date.ts'
import { FactPairs } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { type Asset, assetPath, filesPath } from '../asset.ts'
import type { FoundFile } from '../stored-files.ts'

interface FilePageProps {
  file: FoundFile
  organisation: string
  /** What the organisation shares of that repository already. */
  present: Asset | undefined
}

/** What a file says, before it goes in; or all that is wrong with it. */
export const FilePage = ({ file, organisation, present }: FilePageProps) => {
  const { id, fileName, read } = file
  const isGood = 'said' in read
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation}</span>
        <h1 class="govuk-heading-l">What {fileName} says</h1>
        {isGood ? (
          <>
            <p class="govuk-body">
              {present ? (
                <>
                  It is the file of <Link href={assetPath(present.slug)}>{present.title}</Link>, which you
                  share already: taking it in changes that.
                </>
              ) : (
                'Nothing has gone in yet.'
              )}
            </p>
            <FactPairs
              facts={[
                ['What it is called', read.said.title],
                ['Where it is', read.said.address],
                ['Licence', read.said.licence],
                [
                  'Release',
                  [read.said.release, read.said.released_on && formatDate(read.said.released_on)]
                    .filter(Boolean)
                    .join(', '),
                ],
              ]}
            />
            <Paragraphs text={read.said.purpose} />
            <ButtonForm action={`${filesPath}/${id}/taking-in`}>
              {present ? 'Take in the change' : 'Publish for my organisation'}
            </ButtonForm>
          </>
        ) : (
          <>
            <InsetText>
              It cannot be taken in: {countOf(read.refusals.length, 'thing')} in it{' '}
              {read.refusals.length === 1 ? 'is' : 'are'} not as the standard asks. Mend{' '}
              {read.refusals.length === 1 ? 'it' : 'them'} in the file, and bring it again.
            </InsetText>
            <Findings title="What is wrong" findings={read.refusals} />
          </>
        )}
        <Findings title="Good to know" findings={read.notes} />
        <ButtonForm action={`${filesPath}/${id}/removal`} look="secondary">
          Forget this file
        </ButtonForm>
      </Column>
    </Row>
  )
}

const Findings = ({ title, findings }: { title: string; findings: Finding[] }) =>
  findings.length > 0 ? (
    <section>
      <SectionHeading>{title}</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        {findings.map(finding => (
          <li>
            Line {finding.line}: {sayFinding(finding)}
          </li>
        ))}
      </ul>
    </section>
  ) : null
