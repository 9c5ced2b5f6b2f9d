import type { ComponentChildren } from 'preact'
import { type Hidden, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { Quoted } from '#ui/section.tsx'
import { declineLabels, type SideName } from '../introduction.ts'
import { headingOf, nameOfAsked, roleWords } from '../introduction-words.ts'
import { sayWhen } from '../london-time.ts'
import type { Introduction } from '../queries.ts'
import type { Standing } from '../standing.ts'
import { AnswerForms } from './answer-forms.tsx'
import { OutcomeForm } from './outcome-form.tsx'

/** One of the two, to the other, once both said yes. */
export type Met = { name: string | null; email: string }

export interface IntroductionPageProps {
  introduction: Introduction
  standing: Standing
  hidden: Hidden | null
  /** The role of whoever asks. */
  role?: 'lead' | 'member'
  /** Where the forms go: the page's own address. */
  base: string
  form: FormState
  times: Date[]
  /** When silence ends it. */
  until: Date
  mayAnswer: boolean
  mayTakeBack: boolean
  maySayOutcome: boolean
  /** The other's address; only for the two themselves, signed in. */
  other?: Met
  isNobodyThere?: boolean
  /** Where one asks a curator to be a critical friend. */
  friendHref?: string
  children?: ComponentChildren
}

const Words = ({ introduction, role }: Pick<IntroductionPageProps, 'introduction' | 'role'>) => {
  const { began_with, asker, reason } = introduction
  return reason === null ? (
    <p class="govuk-body">Why is no longer kept: whoever wrote it has left Pipeline.</p>
  ) : (
    <>
      <p class="govuk-body">
        {began_with === 'curator' ? 'A curator writes:' : `${roleWords(role)} ${asker.name} writes:`}
      </p>
      <Quoted>
        <Paragraphs text={reason} />
      </Quoted>
    </>
  )
}

/** How it stands, in a sentence for whoever reads. */
function stateWords({ introduction, standing, until }: IntroductionPageProps): string {
  const { state, asker, asked, declined_as, meets_at, ended_at, sides } = introduction
  const [self, other] =
    standing === 'asked' ? [nameOfAsked({ asked }), asker.name] : [asker.name, nameOfAsked({ asked })]
  const on = ended_at && ` on ${formatDate(londonDay(ended_at))}`
  if (state === 'accepted') return `Both said yes${on}. The time is ${sayWhen(meets_at!)}.`
  if (state === 'withdrawn') return `This was taken back${on}.`
  if (state === 'expired')
    return `Three weeks went by without an answer, so this was closed${on}. People are busy or away: it is no answer to anyone.`
  if (state === 'declined') return `Not just now${on}. The reason given: ${declineLabels[declined_as!]}.`
  const waiting =
    standing === 'curator'
      ? 'Waits for an answer'
      : sides[standing as SideName].agreed_at
        ? `${other} has not answered yet`
        : `Waits for an answer from ${self}`
  return `${waiting}. Without one it is closed on ${formatDate(londonDay(until))}.`
}

/** One introduction, for those on its sides and for curators: with what they can do. */
export const IntroductionPage = (props: IntroductionPageProps) => {
  const { introduction, standing, hidden, base, other } = props
  const { asker, asked, thing_title, thing_path, state, first_at, second_at } = introduction
  return (
    <Row>
      <Column share="two-thirds">
        {thing_title && <span class="govuk-caption-l">{thing_title}</span>}
        <h1 class="govuk-heading-l">{headingOf(introduction)}</h1>
        {hidden && <WithheldNotice {...hidden} />}
        <p class="govuk-body-l">{stateWords(props)}</p>
        {other && (
          <InsetText>
            <p class="govuk-body">
              {[other.name, standing === 'asked' ? asker.name : (asked?.name ?? 'a curator of Pipeline')]
                .filter(Boolean)
                .join(', ')}
              <br />
              <Link href={`mailto:${other.email}`}>{other.email}</Link>
            </p>
          </InsetText>
        )}
        {state === 'accepted' && standing !== 'curator' && (
          <p class="govuk-body">
            <Link href={`${base}/meeting.ics`}>Put it in your calendar</Link>. Names and addresses are in the
            mail that the two of you got{other ? '' : ', and here for the two of you once signed in'}.
          </p>
        )}
        <SummaryList
          rows={[
            { key: 'Asks', value: <OrganisationLink {...asker} /> },
            {
              key: 'Is asked',
              value: asked ? <OrganisationLink {...asked} /> : 'A curator, as a critical friend',
            },
            thing_path && { key: 'About', value: <Link href={thing_path}>{thing_title}</Link> },
            state === 'asked' && {
              key: 'Times offered',
              value: (
                <>
                  {sayWhen(first_at)}
                  <br />
                  {sayWhen(second_at)}
                </>
              ),
            },
          ]}
        />
        <Words {...props} />
        {props.isNobodyThere && state === 'asked' && (
          <InsetText>
            Nobody speaks for {nameOfAsked({ asked })} on Pipeline yet. A curator sees that this waits.
          </InsetText>
        )}
        {props.mayAnswer && <AnswerForms {...props} />}
        {props.maySayOutcome && <OutcomeForm base={base} form={props.form} />}
        {props.mayTakeBack && (
          <ButtonForm action={`${base}/withdrawal`} look="secondary">
            Take it back
          </ButtonForm>
        )}
        {props.children}
        {props.friendHref && (
          <p class="govuk-body">
            <Link href={props.friendHref}>Ask a curator to be a critical friend</Link> to this work.
          </p>
        )}
      </Column>
    </Row>
  )
}
