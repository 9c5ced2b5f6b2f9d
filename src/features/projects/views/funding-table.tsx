import { formatDate } from '#ui/date.ts'
import { Table } from '#ui/govuk/table.tsx'
import { formatMoney } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { type Funding, roundName, saidDate } from '../funding.ts'
import { type Phase, phaseWords } from '../project.ts'

const stageWords = (stage: string | null) => (stage ? (phaseWords[stage as Phase] ?? stage) : 'Not known')

/** The money a project was given, with what its record lacks. */
export const FundingTable = ({ funding }: { funding: Funding[] }) => (
  <section>
    <SectionHeading>Money</SectionHeading>
    <Table
      caption="Awards"
      captionClass="govuk-visually-hidden"
      head={['Fund and round', 'Stage', 'Decided', { content: 'Amount', format: 'numeric' }]}
      rows={funding.map(({ fund, round, stage, decided_on, decided_precision, amount_pounds }) => [
        `${fund}, ${roundName(round)}`,
        stageWords(stage),
        formatDate(saidDate(decided_on, decided_precision)),
        { content: amount_pounds === null ? 'Not known' : formatMoney(amount_pounds), format: 'numeric' },
      ])}
    />
    {funding.map(({ note }) => note && <p class="govuk-body">{note}</p>)}
    <p class="govuk-body-s">Records of the Local Digital Fund are partial.</p>
  </section>
)
