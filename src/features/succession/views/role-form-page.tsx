import type { Collaboration } from '#features/collaborations/index.ts'
import type { Keeper as Colleague } from '#features/freshness/index.ts'
import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { FreedomOfInformation, Words } from '#ui/step-form.tsx'
import { mostOfNote, mostOfPlaces, mostOfTitle } from '../role-form.ts'
import { rolePath, rolesThatMatter, type SuccessionRole, successionPath } from '../succession.ts'

interface RoleFormPageProps {
  collaboration: Collaboration
  /** The role that is changed; null for a new one. */
  role: SuccessionRole | null
  colleagues: Colleague[]
  organisation: string
  form: FormState
  findings: Finding[]
}

/** Where an organisation says who holds a role of its, who stands in, and where everything lives. */
export const RoleFormPage = (props: RoleFormPageProps) => {
  const { collaboration, role, organisation, form, findings } = props
  const { slug } = collaboration.plan
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation}</span>
        <h1 class="govuk-heading-l">{role ? `Change “${role.title}”` : 'Name a role'}</h1>
        <ScreenFindings findings={findings} />
        <PostForm action={role ? `${rolePath(slug, role.id)}/about` : successionPath(slug)}>
          {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
          <Input
            {...fieldIn(form, 'title')}
            label="What is the role?"
            labelClass="govuk-label--s"
            hint={`In your words, such as: ${rolesThatMatter.join(', ')}.`}
            maxlength={mostOfTitle}
          />
          <Keeper
            {...props}
            name="holder"
            label="Who holds it?"
            hint="Partners read the names of those who show theirs to everyone, and “an officer” otherwise."
          />
          <Keeper
            {...props}
            name="deputy"
            label="Who stands in?"
            hint="Someone else, who could do it tomorrow."
          />
          <Words
            form={form}
            name="kept_where"
            label="Where does what they know and have access to live? (optional)"
            hint="A place on each line, such as “Accounts: the password safe of the council, folder Bins” or “Code: https://…”. Never a password or a key."
            rows={5}
            most={mostOfPlaces}
          />
          <Words
            form={form}
            name="note"
            label="What should whoever comes next know? (optional)"
            hint="What comes when, what is promised to whom, what went wrong before."
            rows={6}
            most={mostOfNote}
          />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Save it all the same' : role ? 'Save' : 'Put it in the plan'}
          </Button>
        </PostForm>
        <FreedomOfInformation />
      </Column>
    </Row>
  )
}

interface KeeperProps {
  name: 'holder' | 'deputy'
  label: string
  hint: string
  form: FormState
  colleagues: Colleague[]
}

const Keeper = ({ name, label, hint, form, colleagues }: KeeperProps) => {
  const { value: chosen, ...field } = fieldIn(form, name)
  const options = [
    { value: '', label: 'Nobody yet' },
    ...colleagues.map(colleague => ({ value: colleague.id, label: colleague.name })),
    { value: 'elsewhere', label: 'Somebody who is not on Pipeline' },
  ]
  return (
    <>
      <Select
        {...field}
        label={label}
        labelClass="govuk-label--s"
        hint={hint}
        items={options.map(option => ({ ...option, selected: option.value === (chosen ?? '') }))}
      />
      <Input
        {...fieldIn(form, `${name}_title`)}
        label="Their job title, if they are not on Pipeline"
        hint="Such as “Data protection officer”. No names: they have not been asked."
        maxlength={mostOfTitle}
      />
    </>
  )
}
