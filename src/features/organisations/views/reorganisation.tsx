import type { ComponentChildren } from 'preact'
import { formatDate } from '#ui/date.ts'
import { Tag } from '#ui/govuk/text.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { FoundOrganisation, Step } from '../page-queries.ts'
import { OrganisationLink } from './organisation-link.tsx'

type Props = { organisation: FoundOrganisation; became: Step[]; madeFrom: Step[] }

const certaintyWords = {
  done: '',
  legislated: 'legislated',
  provisional: 'provisional',
}

const partWords = {
  whole: '',
  part: 'part of it',
  unclear: 'which part is not settled in our source',
}

const StepRow = ({ step }: { step: Step }) => (
  <li class="app-row">
    <OrganisationLink {...step.organisation} />, {formatDate(step.date)}
    {step.part !== 'whole' && ` (${partWords[step.part]})`}{' '}
    {step.certainty !== 'done' && <Tag>{certaintyWords[step.certainty]}</Tag>}
  </li>
)

/** Each source once, with its date. */
const Sources = ({ steps }: { steps: Step[] }) => (
  <p class="app-source">
    Source:{' '}
    {[...new Set(steps.map(({ source, sourceAsOf }) => `${source}, ${formatDate(sourceAsOf)}`))].join('; ')}
  </p>
)

const Steps = ({ title, steps, children }: { title: string; steps: Step[]; children?: ComponentChildren }) =>
  steps.length === 0 ? null : (
    <section>
      <SectionHeading>{title}</SectionHeading>
      {children}
      <ul class="govuk-list">
        {steps.map(step => (
          <StepRow step={step} />
        ))}
      </ul>
      <Sources steps={steps} />
    </section>
  )

const Ahead = ({ area, status }: { area: string; status: 'in-programme' | 'announced' | 'legislated' }) => (
  <section>
    <SectionHeading>Reorganisation ahead</SectionHeading>
    <p class="govuk-body">
      {status === 'legislated'
        ? `The councils of ${area} are being replaced by new ones; the law is made.`
        : status === 'announced'
          ? `New councils were announced for ${area}; no law is made yet.`
          : `${area} is in the government’s programme of local government reorganisation. Which councils will follow is not in our sources yet.`}
    </p>
  </section>
)

/** What an organisation was made from, became and is to become, each with its date, its status and where that is known from. */
export const Reorganisation = ({ organisation, became, madeFrom }: Props) => {
  const past = became.filter(({ certainty }) => certainty === 'done')
  const planned = became.filter(({ certainty }) => certainty !== 'done')
  const { status, reorganisation_area: area, reorganisation_status: stage } = organisation
  return (
    <>
      <Steps title={past.length > 1 ? 'It became these councils' : 'It became'} steps={past} />
      {status === 'former' && past.length === 0 && (
        <section>
          <SectionHeading>What it became</SectionHeading>
          <p class="govuk-body">Our source does not say which council took over from it.</p>
        </section>
      )}
      {planned.length > 0 ? (
        <Steps title="Reorganisation ahead" steps={planned}>
          <p class="govuk-body">
            {planned.every(({ certainty }) => certainty === 'legislated')
              ? 'By law, it is to be replaced by:'
              : 'It is to be replaced, as announced; no law is made yet. This may change:'}
          </p>
        </Steps>
      ) : (
        area && stage && <Ahead area={area} status={stage} />
      )}
      <Steps title={status === 'planned' ? 'To be made from' : 'It was made from'} steps={madeFrom} />
    </>
  )
}
