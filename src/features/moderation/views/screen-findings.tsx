import { InsetText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { type Finding, findingLabels } from '../screen.ts'

const before = {
  publishing: {
    heading: 'Look again before you publish',
    says: 'If they may be public, publish all the same.',
  },
  sending: {
    heading: 'Look again before you send it',
    says: 'If whoever gets them may have them, send them all the same.',
  },
}

interface ScreenFindingsProps {
  findings: Finding[]
  /** What the words wait for: everyone to read them, or one organisation. */
  till?: keyof typeof before
}

/** Warns before words leave an organisation, and blocks nothing; there is nothing where nothing was found. */
export const ScreenFindings = ({ findings, till = 'publishing' }: ScreenFindingsProps) =>
  findings.length === 0 ? null : (
    <InsetText>
      <h2 class="govuk-heading-m">{before[till].heading}</h2>
      <p class="govuk-body">
        These words may tell something about a person, or something that a supplier gave in confidence.{' '}
        {before[till].says}
      </p>
      {[...Map.groupBy(findings, ({ field }) => field).values()].map(ofField => {
        const { label, href } = ofField[0]!
        return (
          <>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{label}</h3>
            <ul class="govuk-list govuk-list--bullet">
              {ofField.map(({ words, kind }) => (
                <li>
                  “{words}”: {findingLabels[kind]}
                </li>
              ))}
            </ul>
            {href && (
              <p class="govuk-body">
                <Link href={href}>
                  Change this<span class="govuk-visually-hidden"> in “{label}”</span>
                </Link>
              </p>
            )}
          </>
        )
      })}
    </InsetText>
  )
