import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { signingPath, type Version } from '../agreement.ts'
import type { compared } from '../agreement-text.ts'
import { partsOf } from '../canonical-text.ts'
import { keptYears } from '../keeping.ts'
import { authorities, authorityLabels, mayI } from '../signature-record.ts'
import { AgreementBody } from './agreement-body.tsx'
import { Changes } from './changes.tsx'
import { Hash } from './hash.tsx'

interface SigningPageProps {
  slug: string
  version: Version
  before: { number: number; said: ReturnType<typeof compared> } | undefined
  organisation: string
  isLead: boolean
  form: FormState
}

/** The whole text, and under it where a lead signs it for an organisation. */
export const SigningPage = ({ slug, version, before, organisation, isLead, form }: SigningPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Read it all, then sign for {organisation}</span>
      <h1 class="govuk-heading-l">{partsOf(version.text)[0]!.title}</h1>
      {before && <Changes slug={slug} {...before} isOpen />}
      <AgreementBody text={version.text} />
      <SectionHeading>Sign for {organisation}</SectionHeading>
      {isLead ? (
        <SignForm slug={slug} version={version} organisation={organisation} form={form} />
      ) : (
        <InsetText>A lead of {organisation} signs.</InsetText>
      )}
    </Column>
  </Row>
)

const SignForm = ({ slug, version, organisation, form }: Omit<SigningPageProps, 'isLead' | 'before'>) => {
  const authority = choiceIn(form, 'authority')
  const may = choiceIn(form, 'may')
  return (
    <PostForm action={signingPath(slug, version.number)}>
      <input type="hidden" name="seen" value={version.sha256} />
      <Input
        {...fieldIn(form, 'name')}
        label="Name of the person who signs"
        hint={`Partners see it. It stands in the signature as evidence for as long as the agreement stands and ${keptYears} years after, also if the person’s account is erased before; then it is forgotten.`}
        autocomplete="name"
      />
      <Input {...fieldIn(form, 'role')} label="Their role" hint="Shown to whoever may see the agreement" />
      <Radios
        {...authority.field}
        class="govuk-radios--small"
        fieldset={{ legend: 'What lets them sign', legendClass: 'govuk-fieldset__legend--s' }}
        items={authorities.map(value => ({
          value,
          label: authorityLabels[value],
          checked: authority.isChosen(value),
        }))}
      />
      <Input
        {...fieldIn(form, 'reference')}
        label="Where that can be looked up (optional)"
        hint="Such as the number of the decision, or the paragraph of the scheme of delegation"
      />
      <p class="govuk-body">
        You sign the text above, by its SHA-256: <Hash of={version.sha256} />
      </p>
      <Checkboxes
        {...may.field}
        class="govuk-checkboxes--small"
        items={[{ value: 'yes', label: mayI(organisation), checked: may.isChosen('yes') }]}
      />
      <Button>Sign</Button>
    </PostForm>
  )
}
