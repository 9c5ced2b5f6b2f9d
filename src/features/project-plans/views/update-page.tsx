import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { type Hidden, ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { formatDate, formatMoment, londonDay } from '#ui/date.ts'
import { Differences, DifferencesLegend, differencesOf } from '#ui/differences.tsx'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Markdown } from '#ui/markdown.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { type PublishedPlan, projectPath } from '../plan.ts'
import { type Update, type UpdateText, updatePath, wholeText } from '../update.ts'
import type { UpdatePanel } from '../update-panels.ts'

interface UpdatePageProps {
  plan: PublishedPlan
  update: Update
  /** Why it is not shown to everyone. */
  hidden: Hidden | null
  /** The latest first; none of one that was withdrawn. */
  texts: UpdateText[]
  people: Map<string, PersonName>
  /** What other features have to say about it. */
  panels: UpdatePanel[]
  /** Who looks at it belongs to the organisation that wrote it. */
  isOwn: boolean
}

/** One update alone, with what it said before. */
export const UpdatePage = ({ plan, update, hidden, texts, people, panels, isOwn }: UpdatePageProps) => {
  const path = updatePath(plan.slug, update.id)
  const [latest, ...earlier] = texts
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">
          Project: <Link href={projectPath(plan.slug)}>{plan.said.title}</Link>
        </span>
        <h1 class="govuk-heading-l">Update of {formatDate(update.said_on)}</h1>
        <MetaLine
          who={update.organisation}
          items={[
            latest && ['written by ', <OfficerName person={people.get(texts.at(-1)!.person_id ?? '')} />],
          ]}
        />
        {hidden && <WithheldNotice {...hidden} />}
        {latest ? (
          <Markdown text={wholeText(latest)} under={1} />
        ) : (
          <p class="govuk-body">
            {update.organisation} withdrew this update on {formatDate(londonDay(update.withdrawn_at!))}.
          </p>
        )}
        <Panels panels={panels} place="after the words" />
        {earlier.length > 0 && <HowItChanged texts={texts} people={people} />}
        <ReportLink kind="project-update" id={update.id} />
      </Column>
      <Column share="one-third">
        {isOwn && latest && (
          <Aside title="Your organisation’s update">
            <ul class="govuk-list">
              <li>
                <Link href={`${path}/text`}>Change this update</Link>
              </li>
              <li>
                <Link href={`${path}/withdrawal`}>Withdraw this update</Link>
              </li>
            </ul>
          </Aside>
        )}
        <Panels panels={panels} place="at the side" />
      </Column>
    </Row>
  )
}

const Panels = ({ panels, place }: { panels: UpdatePanel[]; place: UpdatePanel['place'] }) => (
  <>{panels.filter(panel => panel.place === place).map(({ content }) => content)}</>
)

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
    {texts.slice(0, -1).map(({ number, person_id, written_at, ...words }, at) => (
      <div key={number}>
        <MetaLine
          who={formatMoment(written_at)}
          items={[['by ', <OfficerName person={people.get(person_id ?? '')} />]]}
        />
        <Differences
          differences={differencesOf([
            { title: 'Text', before: wholeText(texts[at + 1]!), after: wholeText(words) },
          ])}
        />
      </div>
    ))}
  </section>
)
