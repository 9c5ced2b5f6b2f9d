import type { ComponentChildren } from 'preact'
import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Words } from '#ui/step-form.tsx'
import type { Introducible } from '../introducible.ts'
import { mostReason } from '../introduction-forms.ts'
import { TimeFields } from './times.tsx'

interface AskPageProps {
  thing: Introducible
  /** Who is asked: the owner of the thing, or a curator. */
  whom: string
  isFriend: boolean
  action: string
  /** For whom one asks. */
  organisation: string
  /** Nobody speaks for the owner here yet. */
  isNobodyThere: boolean
  isHeld: boolean
  obstacle: string | null
  friendHref: string
  form: FormState
  findings: Finding[]
}

const WhyAndWhen = ({ form, hint }: { form: FormState; hint: string }) => (
  <>
    <Words form={form} name="reason" label="Why you want to meet" hint={hint} rows={4} most={mostReason} />
    <TimeFields form={form} name="first" legend="A time that suits you" />
    <TimeFields form={form} name="second" legend="Another time" />
  </>
)

/** Asking to meet, in one's organisation's name. */
export const AskPage = (props: AskPageProps) => {
  const { thing, whom, isFriend, action, organisation, obstacle, form, findings } = props
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{thing.title}</span>
        <h1 class="govuk-heading-l">
          {isFriend ? 'Ask a curator to be a critical friend' : `Ask to meet ${whom}`}
        </h1>
        {obstacle ? (
          <>
            <InsetText>{obstacle}</InsetText>
            <p class="govuk-body">
              <Link href={thing.path}>Go back to “{thing.title}”</Link>, or see{' '}
              <Link href="/my">what you asked</Link>.
              {!isFriend && (
                <>
                  {' '}
                  Or <Link href={props.friendHref}>ask a curator to be a critical friend</Link>.
                </>
              )}
            </p>
          </>
        ) : (
          <>
            <p class="govuk-body-l">
              {isFriend
                ? 'A curator looks at your work with fresh eyes, asks what others would ask, and knows who else is at it.'
                : `They see that ${organisation} asks, why, and the two times. Neither of you sees a name or an address until both said yes.`}
            </p>
            <p class="govuk-body">
              {isFriend ? 'Curators are' : `${whom} is`} asked by mail and can answer with one button: yes at
              one of your times, yes at another, or not now. Three weeks without an answer close it.
            </p>
            {props.isNobodyThere && (
              <InsetText>
                Nobody speaks for {whom} on Pipeline yet. You can ask all the same: a curator sees that it
                waits, and may know whom to tell.
              </InsetText>
            )}
            <HeldFirst isHeld={props.isHeld} organisation={organisation} />
            <PostForm action={action}>
              <ScreenFindings findings={findings} till="sending" />
              {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
              <WhyAndWhen
                form={form}
                hint={`Only ${organisation} and ${isFriend ? 'curators' : whom} read this. Leave out names and addresses: they are shown once you both said yes.`}
              />
              <Button>{findings.length > 0 ? 'Ask all the same' : 'Ask'}</Button>
            </PostForm>
          </>
        )}
      </Column>
    </Row>
  )
}

interface SuggestionPageProps {
  form: FormState
  findings: Finding[]
}

/** Where a curator would bring two organisations together. */
export const SuggestionPage = ({
  form,
  findings,
  children,
}: SuggestionPageProps & { children: ComponentChildren }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Introduce two organisations</h1>
      <p class="govuk-body-l">
        Both are asked. Only when both said yes does each get the other’s name and address.
      </p>
      <PostForm action="/introductions/suggestion">
        <ScreenFindings findings={findings} till="sending" />
        {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
        {children}
        <WhyAndWhen form={form} hint="Both of them read this. Leave out names of people." />
        <Button>{findings.length > 0 ? 'Ask both all the same' : 'Ask both'}</Button>
      </PostForm>
    </Column>
  </Row>
)
