import { wordFor } from '#plumbing/choices.ts'
import { formatDate } from '#ui/date.ts'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { formatMoney } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { type Funding, roundName, saidDate } from '../funding.ts'
import { phaseWords } from '../project.ts'

function sayStage(stage: string | null): string {
  if (stage === null) return 'stage not known'
  return wordFor(phaseWords, stage).toLowerCase()
}

const Award = ({ award }: { award: Funding }) => {
  const { stage, amount_pounds, decided_on, decided_precision, note } = award
  return (
    <>
      <strong>{amount_pounds === null ? 'Amount not known' : formatMoney(amount_pounds)}</strong>
      {`, ${sayStage(stage)}, decided ${formatDate(saidDate(decided_on, decided_precision))}`}
      {note && (
        <>
          <br />
          {note}
        </>
      )}
    </>
  )
}

/** The money a project was given, with what its record lacks. */
export const FundingSection = ({ funding }: { funding: Funding[] }) => (
  <section>
    <SectionHeading lead="Records of the Local Digital Fund are partial.">Money</SectionHeading>
    <SummaryList
      rows={funding.map(award => ({
        key: `${award.fund}, ${roundName(award.round)}`,
        value: <Award award={award} />,
      }))}
    />
  </section>
)
