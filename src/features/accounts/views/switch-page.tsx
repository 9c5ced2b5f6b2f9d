import type { FormState } from '#plumbing/form.ts'
import { choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState } from '#ui/section.tsx'
import type { MembershipRow } from '../membership-queries.ts'
import { roleLabels } from '../person.ts'

/** For which of their organisations a person speaks in this browser. */
export const SwitchPage = ({ form, memberships }: { form: FormState; memberships: MembershipRow[] }) => {
  const { field, isChosen } = choiceIn(form, 'organisation')
  const confirmed = memberships.filter(({ state }) => state === 'confirmed')
  const waiting = memberships.filter(({ state }) => state === 'requested')
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">For which organisation do you speak?</h1>
        {confirmed.length > 0 ? (
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
        ) : (
          <EmptyState title="No organisation has confirmed you yet">
            <p class="govuk-body">
              {waiting.length > 0
                ? `You asked to speak for ${waiting.map(({ organisation }) => organisation).join(' and ')}. You get a mail when that is decided.`
                : 'To publish, you need to speak for one.'}
            </p>
          </EmptyState>
        )}
        <p class="govuk-body">
          <Link href="/account/organisations/another">
            {confirmed.length + waiting.length > 0
              ? 'Speak for another organisation'
              : 'Say which organisation you belong to'}
          </Link>
        </p>
      </Column>
    </Row>
  )
}
