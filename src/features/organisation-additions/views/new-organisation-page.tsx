import { OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { kinds, kindWords, newAdditionPath } from '../addition.ts'

interface NewOrganisationPageProps {
  form: FormState
  /** Organisations with a name like the one that was typed. */
  near: OrganisationName[]
}

/** Where someone adds an organisation that is not on Pipeline yet. */
export const NewOrganisationPage = ({ form, near }: NewOrganisationPageProps) => {
  const kind = choiceIn(form, 'kind')
  const isNew = choiceIn(form, 'isNew')
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Add an organisation</h1>
        <p class="govuk-body">
          Every council is here already. Add a supplier, a charity, another public body or a network that is
          missing. A curator looks at it before others see it.
        </p>
        <p class="govuk-body">
          Is it here, and you work there?{' '}
          <Link href="/account/organisations/another">Say that you speak for it</Link>
        </p>
        <PostForm action={newAdditionPath}>
          <Input {...fieldIn(form, 'name')} label="Its name" hint="As it writes itself, in full" />
          {near.length > 0 && (
            <>
              <p class="govuk-body">These have a name like it:</p>
              <ul class="govuk-list govuk-list--bullet">
                {near.map(organisation => (
                  <li>
                    <OrganisationLink {...organisation} />
                  </li>
                ))}
              </ul>
              <Checkboxes
                {...isNew.field}
                items={[{ value: 'yes', label: 'It is none of these', checked: isNew.isChosen('yes') }]}
              />
            </>
          )}
          <Radios
            {...kind.field}
            fieldset={{ legend: 'What is it?' }}
            items={kinds.map(value => ({ value, ...kindWords[value], checked: kind.isChosen(value) }))}
          />
          <Input {...fieldIn(form, 'website')} label="Its website (optional)" inputmode="url" />
          <Textarea
            {...fieldIn(form, 'ground')}
            label="How do you know it?"
            hint="What it has to do with councils. Only curators read this; leave out names of people."
            rows={3}
          />
          <Button>Send it to a curator</Button>
        </PostForm>
      </Column>
    </Row>
  )
}

export const SentPage = () => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">A curator will look at it</h1>
      <p class="govuk-body">
        We write to you when it is decided, and say how you can speak for it. Until then nobody else sees it.
      </p>
      <Button href="/my">Go to my page</Button>
    </Column>
  </Row>
)
