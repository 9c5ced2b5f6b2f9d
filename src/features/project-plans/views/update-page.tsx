import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { type Hidden, ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { formatDate, formatMoment, londonDay } from '#ui/date.ts'
import { Differences, DifferencesLegend, differencesOf } from '#ui/differences.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Markdown } from '#ui/markdown.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { PublishedPlan } from '../plan.ts'
import { type Update, type UpdateText, updatePath } from '../update.ts'

interface UpdatePageProps {
  plan: PublishedPlan
  update: Update
  /** Why it is not shown to everyone. */
  hidden: Hidden | null
  /** The latest first; none of one that was withdrawn. */
  texts: UpdateText[]
  people: Map<string, PersonName>
  /** Who looks at it belongs to the organisation that wrote it. */
  isOwn: boolean
}

/** One update alone, with what it said before. */
export const UpdatePage = ({ plan, update, hidden, texts, people, isOwn }: UpdatePageProps) => {
  const path = updatePath(plan.slug, update.id)
  const [latest, ...earlier] = texts
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Update of {formatDate(update.said_on)}</h1>
        <MetaLine
          who={update.organisation}
          items={[
            latest && ['written by ', <OfficerName person={people.get(texts.at(-1)!.person_id ?? '')} />],
          ]}
        />
        {hidden && <WithheldNotice {...hidden} />}
        {latest ? (
          <Markdown text={latest.text} under={1} />
        ) : (
          <p class="govuk-body">
            {update.organisation} withdrew this update on {formatDate(londonDay(update.withdrawn_at!))}.
          </p>
        )}
        {isOwn && latest && (
          <>
            <p class="govuk-body">
              <Link href={`${path}/text`}>Change this update</Link>
            </p>
            <p class="govuk-body">
              <Link href={`${path}/withdrawal`}>Withdraw this update</Link>
            </p>
          </>
        )}
        {earlier.length > 0 && <HowItChanged texts={texts.slice(0, -1)} people={people} />}
        <ReportLink kind="project-update" id={update.id} />
      </Column>
    </Row>
  )
}

/** Asks once before an update's words are taken away. */
export const WithdrawUpdatePage = ({ plan, update }: Pick<UpdatePageProps, 'plan' | 'update'>) => {
  const path = updatePath(plan.slug, update.id)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Withdraw the update of {formatDate(update.said_on)}?</h1>
        <p class="govuk-body">
          Nobody can then read what it says, and it cannot be brought back. That there was one, and of which
          day, stays on the page of the project.
        </p>
        <ButtonForm action={`${path}/withdrawal`} look="warning">
          Withdraw it
        </ButtonForm>
        <p class="govuk-body">
          <Link href={path}>Go back and change nothing</Link>
        </p>
      </Column>
    </Row>
  )
}

const HowItChanged = ({ texts, people }: Pick<UpdatePageProps, 'texts' | 'people'>) => (
  <section>
    <SectionHeading>How it changed</SectionHeading>
    <DifferencesLegend />
    {texts.map(({ number, text, before, person_id, written_at }) => (
      <div key={number}>
        <MetaLine
          who={formatMoment(written_at)}
          items={[['by ', <OfficerName person={people.get(person_id ?? '')} />]]}
        />
        <Differences differences={differencesOf([{ title: 'Text', before, after: text }])} />
      </div>
    ))}
  </section>
)
