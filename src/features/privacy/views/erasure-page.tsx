import type { FormState } from '#plumbing/form.ts'
import { choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { WarningText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

export type ErasurePageProps = {
  form: FormState
  /** Organisations that would have no lead. */
  ledAlone: { name: string; slug: string }[]
}

const LastLead = ({ ledAlone }: Pick<ErasurePageProps, 'ledAlone'>) => {
  if (ledAlone.length === 0) return null
  return (
    <>
      <WarningText>You are the only lead of {ledAlone.map(({ name }) => name).join(' and ')}.</WarningText>
      <p class="govuk-body">
        Without a lead, curators of this site decide who speaks for it. If there is someone, make them a lead
        first:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {ledAlone.map(({ name, slug }) => (
          <li>
            <Link href={`/organisations/${slug}/people`}>Who speaks for {name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Says what goes and what stays before it is done: it cannot be undone. */
export const ErasurePage = ({ form, ledAlone }: ErasurePageProps) => {
  const { field, isChosen } = choiceIn(form, 'sure')
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-xl">Erase me</h1>
        <LastLead ledAlone={ledAlone} />
        <h2 class="govuk-heading-m">What goes, at once and for good</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>your name, your addresses, and what you wrote about yourself</li>
          <li>your place in every organisation: you no longer speak for any</li>
          <li>your sign-ins: you are signed out everywhere</li>
          <li>mail to you, sent or still to be sent</li>
        </ul>
        <h2 class="govuk-heading-m">What stays</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            what was published in the name of an organisation: it belongs to the organisation, and stays
            without your name
          </li>
          <li>the record that something was done, with a random number that leads to nobody</li>
          <li>
            backups made before today, until they are replaced:{' '}
            <Link href="/privacy#kept">how long that is</Link>
          </li>
        </ul>
        <p class="govuk-body">
          You can sign in again later with the same address. You then begin anew.{' '}
          <Link href="/account/data/export">Download your data first</Link>, if you may want it.
        </p>
        <PostForm action="/account/data/erasure">
          <Checkboxes
            {...field}
            values={isChosen('yes') ? ['yes'] : []}
            items={[{ value: 'yes', label: 'I want all of it erased. I know that this cannot be undone.' }]}
          />
          <Button class="govuk-button--warning">Erase me</Button>
        </PostForm>
        <p class="govuk-body">
          <Link href="/account/data">Go back and change nothing</Link>
        </p>
      </Column>
    </Row>
  )
}

export const ErasedPage = () => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-xl">You have been erased</h1>
      <p class="govuk-body-l">
        Your name, your addresses and what you wrote about yourself are gone, and you are signed out
        everywhere.
      </p>
      <p class="govuk-body">
        No mail follows: there is no address left to write to. You can go on reading everything public{' '}
        <Link href="/">from the start</Link>.
      </p>
    </Column>
  </Row>
)
