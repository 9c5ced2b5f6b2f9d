import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { groupRelatedWork, type RelatedWork, type WorkKind } from '../work.ts'

const kindWords: Record<WorkKind, string> = {
  project: 'Project',
  'fund-application': 'Bid to the Local Digital Fund',
  notice: 'Procurement notice',
}

/** What came before, after and beside a record, each with the ground on which Pipeline's editors say so. */
export const RelatedWorkSections = ({ related }: { related: RelatedWork[] }) => (
  <>
    {groupRelatedWork(related).map(({ heading, rows }) => (
      <section key={heading}>
        <SectionHeading>{heading}</SectionHeading>
        {rows.map(({ id, kind, title, path, organisation, phase, outcome, amount_pounds, dated, ground }) => (
          <ResultRow
            key={id}
            title={title}
            href={path}
            who={organisation}
            meta={[
              kindWords[kind],
              phase,
              outcome,
              amount_pounds !== null && formatMoney(amount_pounds),
              dated && formatDate(dated),
            ]}
          >
            {`Why Pipeline’s editors say so: ${ground}.`}
          </ResultRow>
        ))}
      </section>
    ))}
  </>
)
