import type { FormState } from '#plumbing/form.ts'
import { choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ActionLine } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import type { MembershipRow } from '../membership-queries.ts'
import { membershipPath, organisationPeoplePath, roleLabels } from '../person.ts'

const Choice = ({ form, confirmed }: { form: FormState; confirmed: MembershipRow[] }) => {
  const { field, isChosen } = choiceIn(form, 'organisation')
  return (
    <>
      <h1 class="govuk-heading-l">For which organisation do you speak?</h1>
      <PostForm action="/account/organisations">
        <Radios
          {...field}
          fieldset={{ legend: 'Organisation', legendClass: 'govuk-visually-hidden' }}
          hint="What you publish in this browser is published by it."
          items={confirmed.map(({ organisation_id, organisation, role }) => ({
            value: organisation_id,
            label: organisation,
            hint: roleLabels[role],
            checked: isChosen(organisation_id),
          }))}
        />
        <Button>Speak for it</Button>
      </PostForm>
    </>
  )
}

const Only = ({ membership: { id, organisation, slug, role } }: { membership: MembershipRow }) => (
  <>
    <h1 class="govuk-heading-l">You speak for {organisation}</h1>
    <p class="govuk-body">You are a {roleLabels[role].toLowerCase()}. What you publish is published by it.</p>
    <ActionLine
      about={organisation}
      actions={[
        { label: 'Who speaks for it', href: organisationPeoplePath(slug) },
        { label: 'Change or leave', href: membershipPath(id) },
      ]}
    />
  </>
)

const None = ({ waiting }: { waiting: MembershipRow[] }) => (
  <>
    <h1 class="govuk-heading-l">For which organisation do you speak?</h1>
    <EmptyState title="No organisation has confirmed you yet">
      <p class="govuk-body">
        {waiting.length > 0
          ? `You asked to speak for ${waiting.map(({ organisation }) => organisation).join(' and ')}. You get a mail when that is decided.`
          : 'To publish, you need to speak for one.'}
      </p>
    </EmptyState>
  </>
)

/** For which of their organisations a person speaks in this browser. */
export const SwitchPage = ({ form, memberships }: { form: FormState; memberships: MembershipRow[] }) => {
  const [first, ...others] = memberships.filter(({ state }) => state === 'confirmed')
  return (
    <Row>
      <Column share="two-thirds">
        {!first ? (
          <None waiting={memberships} />
        ) : others.length === 0 ? (
          <Only membership={first} />
        ) : (
          <Choice form={form} confirmed={[first, ...others]} />
        )}
        <p class="govuk-body">
          <Link href="/account/organisations/another">
            {memberships.length > 0
              ? 'Speak for another organisation'
              : 'Say which organisation you belong to'}
          </Link>
        </p>
      </Column>
    </Row>
  )
}
