import { Differences, DifferencesLegend, differencesOf } from '#ui/differences.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { agreementPath, clausePath } from '../agreement.ts'
import type { compared } from '../agreement-text.ts'
import { partsOf } from '../canonical-text.ts'
import { gapsIn, type SettledClause } from '../draft.ts'
import { AgreementBody } from './agreement-body.tsx'

interface DraftPageProps {
  slug: string
  text: string
  /** SHA-256 of the text. */
  seen: string
  settled: SettledClause[]
  latest: { number: number; said: ReturnType<typeof compared> } | undefined
  organisation: string
  isLead: boolean
}

/** The draft as it would be signed, and what keeps it from that. */
export const DraftPage = ({ slug, text, seen, settled, latest, organisation, isLead }: DraftPageProps) => {
  const open = gapsIn(settled)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Draft: not signed by anyone</span>
        <h1 class="govuk-heading-l">{partsOf(text)[0]!.title}</h1>
        {open.length > 0 && (
          <InsetText>
            <p class="govuk-body">Still open, so that it cannot be signed yet:</p>
            <ul class="govuk-list govuk-list--bullet">
              {open.map(({ key, title, gaps }) => (
                <li>
                  <Link href={clausePath(slug, key)}>{title}</Link>: {gaps.join('; ')}
                </li>
              ))}
            </ul>
          </InsetText>
        )}
        <p class="govuk-body">Fixed today, it would read:</p>
        <AgreementBody text={text} />
        {latest && (
          <>
            <SectionHeading>What differs from version {latest.number}</SectionHeading>
            <DifferencesLegend />
            <Differences differences={differencesOf(latest.said)} />
          </>
        )}
        <SectionHeading>Fix it for signing</SectionHeading>
        {isLead ? (
          <>
            <p class="govuk-body">
              The text then no longer changes. Each partner is asked by mail to sign it; a later change makes
              a new version, which all sign anew.
            </p>
            {open.length === 0 ? (
              <ButtonForm action={`${agreementPath(slug)}/versions`} fields={{ seen }}>
                Fix this text for signing
              </ButtonForm>
            ) : (
              <p class="govuk-body">
                You can fix it once nothing is open. What is still open stands at the top of this page.
              </p>
            )}
          </>
        ) : (
          <p class="govuk-body">A lead of {organisation}, or of another partner, does this.</p>
        )}
      </Column>
    </Row>
  )
}
