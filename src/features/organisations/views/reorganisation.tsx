import type { ComponentChildren } from 'preact'
import { formatDate } from '#ui/date.ts'
import { Tag } from '#ui/govuk/text.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { FoundOrganisation, Step } from '../page-queries.ts'
import { OrganisationLink } from './organisation-link.tsx'
import { Sources } from './sources.tsx'

type Props = { organisation: FoundOrganisation; became: Step[]; madeFrom: Step[] }

const partWords = {
  part: 'part of it',
  unclear: 'which part is not settled in our source',
}

const When = ({ step }: { step: Step }) => (
  <>
    {formatDate(step.date)} {step.certainty !== 'done' && <Tag class="govuk-tag--grey">{step.certainty}</Tag>}
  </>
)

const isUnclear = ({ part }: Step) => part === 'unclear'

/** Which part of a council goes there, where only some of the steps need it said. */
const Part = ({ step, steps }: { step: Step; steps: Step[] }) =>
  step.part === 'whole' || steps.every(isUnclear) ? null : <> ({partWords[step.part]})</>

const isSame = (steps: Step[]) =>
  new Set(steps.map(({ date, certainty }) => `${date} ${certainty}`)).size === 1

type StepsProps = { title: string; steps: Step[]; known: string; children?: ComponentChildren }

const Steps = ({ title, steps, known, children }: StepsProps) => {
  const [first] = steps
  if (!first) return null
  const together = isSame(steps)
  return (
    <section>
      <SectionHeading lead={together && <When step={first} />}>{title}</SectionHeading>
      {children}
      <ul class={together ? 'govuk-list app-columns' : 'govuk-list'}>
        {steps.map(step => (
          <li>
            <OrganisationLink {...step.organisation} />
            <Part step={step} steps={steps} />
            {!together && (
              <>
                , <When step={step} />
              </>
            )}
          </li>
        ))}
      </ul>
      <Sources from={steps} known={known} />
    </section>
  )
}

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
      <Steps
        title={past.length > 1 ? 'It became these councils' : 'It became'}
        steps={past}
        known={organisation.source}
      />
      {status === 'former' && past.length === 0 && (
        <section>
          <SectionHeading>What it became</SectionHeading>
          <p class="govuk-body">Our source does not say which council took over from it.</p>
        </section>
      )}
      {planned.length > 0 ? (
        <Steps title="Reorganisation ahead" steps={planned} known={organisation.source}>
          <p class="govuk-body">
            {planned.every(({ certainty }) => certainty === 'legislated')
              ? 'By law, it is to be replaced.'
              : 'It is to be replaced, as announced; no law is made yet, and this may change.'}
            {planned.every(isUnclear) && ' Which part of it goes where is not settled in our source.'}
          </p>
        </Steps>
      ) : (
        area && stage && <Ahead area={area} status={stage} />
      )}
      <Steps
        title={status === 'planned' ? 'To be made from' : 'It was made from'}
        steps={madeFrom}
        known={organisation.source}
      />
    </>
  )
}
