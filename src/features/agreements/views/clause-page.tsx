import { differencePath } from '#features/alignment-canvas/index.ts'
import type { Collaboration } from '#features/collaborations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, formatMoment } from '#ui/date.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { clausePath } from '../agreement.ts'
import type { Clause, Party, Way } from '../clause.ts'
import type { Canvas, DraftClause, Resolution, SettledClause } from '../draft.ts'
import { AgreementLines } from './agreement-lines.tsx'
import { BlankField } from './blank-field.tsx'

interface ClausePageProps {
  collaboration: Collaboration
  clause: DraftClause
  /** None where the clause is what was resolved on the canvas, in those words. */
  template: Clause | undefined
  way: Way | undefined
  form: FormState
  parties: Party[]
  /** The clause as it stands. */
  stands: SettledClause
  resolutions: Resolution[]
  /** Topics of the canvas on which a difference keeps it from being signed. */
  open: Canvas['open']
  /** Where it stands among those that are in, from 0; -1 where it is left out. */
  place: { at: number; of: number }
  /** What the reader typed while somebody else changed the clause. */
  typed: SettledClause | undefined
}

/** One clause of the draft: what it settles, its ways, its blanks. */
export const ClausePage = (props: ClausePageProps) => {
  const { collaboration, clause, template, way, form, parties, stands, resolutions, open, typed } = props
  const { slug, said } = collaboration.plan
  const path = clausePath(slug, clause.key)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Agreement on {said.title}</span>
        <h1 class="govuk-heading-l">{stands.title}</h1>
        {typed && <ChangedMeanwhile clause={clause} stands={stands} typed={typed} />}
        {template && (
          <p class="govuk-body">
            {template.why} This clause settles {template.settles}.
          </p>
        )}
        {resolutions.map(resolution => (
          <InsetText>
            Resolved on {formatDate(resolution.on)} by {resolution.by.join(', ')}: {resolution.words}
          </InsetText>
        ))}
        {open.map(({ topic, title }) => (
          <InsetText>
            You still differ on “{title}”, so this clause cannot be signed yet.{' '}
            <Link href={differencePath(slug, topic)}>Settle it on the canvas</Link>
            {clause.isIn ? ', or leave this clause out.' : '.'}
          </InsetText>
        ))}
        {template && way ? (
          <>
            <OtherWays template={template} way={way} path={path} />
            <PostForm action={path}>
              <input type="hidden" name="edition" value={clause.edition} />
              <input type="hidden" name="way" value={way.key} />
              <h2 class="govuk-heading-m">{way.label}</h2>
              {way.paragraphs.map(paragraph => (
                <p class="govuk-body">{shownBlanks(paragraph, way)}</p>
              ))}
              {Object.entries(way.blanks).map(([name, blank]) => (
                <BlankField name={name} blank={blank} form={form} parties={parties} />
              ))}
              <p class="govuk-body-s">What you leave empty stays open.</p>
              <Button>{clause.isIn ? 'Save the clause' : 'Take it in and save'}</Button>
            </PostForm>
          </>
        ) : (
          <AgreementLines lines={stands.lines} />
        )}
        <Placing {...props} path={path} />
        <p class="app-source">
          Last changed by {clause.changedBy}, {formatMoment(clause.changedAt)}
          {template && `. Template: ${template.title}, version ${template.version}`}
        </p>
      </Column>
    </Row>
  )
}

/** The words of a clause, with what its blanks ask for in place of each. */
const shownBlanks = (paragraph: string, { blanks }: Way) =>
  paragraph.split(/\{(\w+)\}/).map((piece, at) => {
    if (at % 2 === 0) return piece
    return <em>{(blanks[piece]?.label ?? 'the share of each, worked out').toLowerCase()}</em>
  })

const OtherWays = ({ template, way, path }: { template: Clause; way: Way; path: string }) => (
  <p class="govuk-body">
    Other ways to say it:{' '}
    {template.ways
      .filter(({ key }) => key !== way.key)
      .map(({ key, label }, at) => (
        <>
          {at > 0 && ', '}
          <Link href={`${path}?way=${key}`}>{label}</Link>
        </>
      ))}
  </p>
)

interface ChangedMeanwhileProps {
  clause: DraftClause
  stands: SettledClause
  typed: SettledClause
}

const ChangedMeanwhile = ({ clause, stands, typed }: ChangedMeanwhileProps) => (
  <InsetText>
    <h2 class="govuk-heading-m">Someone has changed this clause meanwhile, so yours is not saved</h2>
    <h3 class="govuk-heading-s">
      As {clause.changedBy} left it, {formatMoment(clause.changedAt)}
    </h3>
    <AgreementLines lines={stands.lines} />
    <h3 class="govuk-heading-s">As you would have it</h3>
    <AgreementLines lines={typed.lines} />
    <p class="govuk-body">What you typed stands below: change it and save it, or leave theirs.</p>
  </InsetText>
)

const Placing = ({ clause, stands, place, path }: ClausePageProps & { path: string }) => {
  if (!clause.isIn)
    return (
      <>
        <p class="govuk-body">This clause is left out.</p>
        <ButtonForm
          action={`${path}/omission`}
          fields={{ edition: String(clause.edition), is: 'in' }}
          look="secondary"
        >
          Take it in again
        </ButtonForm>
      </>
    )
  return (
    <>
      <SectionHeading>Its place</SectionHeading>
      <p class="govuk-body">
        {stands.title} is clause {place.at + 1} of {place.of}.
      </p>
      <div class="govuk-button-group">
        {place.at > 0 && (
          <ButtonForm action={`${path}/place`} fields={{ to: 'up' }} look="secondary">
            Move it up
          </ButtonForm>
        )}
        {place.at < place.of - 1 && (
          <ButtonForm action={`${path}/place`} fields={{ to: 'down' }} look="secondary">
            Move it down
          </ButtonForm>
        )}
      </div>
      <ButtonForm
        action={`${path}/omission`}
        fields={{ edition: String(clause.edition), is: 'out' }}
        look="secondary"
      >
        Leave this clause out
      </ButtonForm>
    </>
  )
}
