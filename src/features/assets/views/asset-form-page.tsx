import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import { ServiceField, type ServiceName } from '#features/services/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Fieldset } from '#ui/govuk/field.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { FreedomOfInformation, Words } from '#ui/step-form.tsx'
import { type Asset, assetPath, assetsPath, filesPath, kindHints, kindLabels, kinds } from '../asset.ts'
import { mostWords } from '../asset-form.ts'

interface AssetFormPageProps {
  /** What is changed; null for something new. */
  asset: Asset | null
  organisation: string
  form: FormState
  findings: Finding[]
  /** Services that come near what was typed. */
  suggestions: ServiceName[]
  /** It will wait for a curator. */
  isHeld: boolean
}

const WhatItIs = ({ form }: { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'kind')
  return (
    <Radios
      {...field}
      class="govuk-radios--small"
      fieldset={{ legend: 'What is it?', legendClass: 'govuk-fieldset__legend--m' }}
      items={kinds.map(value => ({
        value,
        label: kindLabels[value],
        hint: kindHints[value],
        checked: isChosen(value),
      }))}
    />
  )
}

/** One page: what it is, what it is for, where it is and on what terms. */
export const AssetFormPage = (props: AssetFormPageProps) => {
  const { asset, organisation, form, findings, suggestions, isHeld } = props
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation}</span>
        <h1 class="govuk-heading-l">{asset ? 'Change what it says' : 'Share something to reuse'}</h1>
        {!asset && (
          <p class="govuk-body">
            If it is code with a <code>publiccode.yml</code>,{' '}
            <Link href={`${filesPath}/new`}>bring that file</Link> and there is nothing to type.
          </p>
        )}
        <ScreenFindings findings={findings} />
        <PostForm action={asset ? `${assetPath(asset.slug)}/words` : assetsPath} label="What you share">
          {asset && <input type="hidden" name="seen" value={asset.version} />}
          {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
          <WhatItIs form={form} />
          <Input
            {...fieldIn(form, 'title')}
            label="What it is called"
            labelClass="govuk-label--s"
            maxlength={mostWords.title}
          />
          <Words
            form={form}
            name="purpose"
            label="What is it for?"
            hint="The job that it does, for whom. Name no person."
            rows={5}
            most={mostWords.purpose}
          />
          <Words
            form={form}
            name="how_to"
            label="How does one start with it? (optional)"
            hint="What one needs, what to do first, what to look out for."
            rows={5}
            most={mostWords.how_to}
          />
          <Input
            {...fieldIn(form, 'address')}
            label="Where is it?"
            labelClass="govuk-label--s"
            hint="The address of the thing itself, beginning with https://"
            type="url"
            maxlength={mostWords.address}
          />
          <Input
            {...fieldIn(form, 'licence')}
            label="Licence (optional)"
            labelClass="govuk-label--s"
            hint="As SPDX writes it, such as MIT, OGL-UK-3.0 or CC-BY-4.0. Without one nobody may use it."
            class="govuk-!-width-two-thirds"
            maxlength={200}
          />
          <Fieldset legend="Which release is it? (optional)" legendClass="govuk-fieldset__legend--s">
            <Input
              {...fieldIn(form, 'release')}
              label="Release or version"
              class="govuk-input--width-10"
              maxlength={mostWords.release}
            />
            <Input
              {...fieldIn(form, 'released_on')}
              label="From which day"
              hint="For example 31 March 2027"
              class="govuk-input--width-10"
            />
          </Fieldset>
          <ServiceField
            {...fieldIn(form, 'for_service')}
            label="Which service is it for? (optional)"
            hint="Such as “household waste collection”. Leave it out if it serves many."
            suggestions={suggestions}
          />
          <Textarea
            {...fieldIn(form, 'origins')}
            label="Which problems or projects here does it come from? (optional)"
            labelClass="govuk-label--s"
            hint="Addresses of their pages on this site, one a line."
            rows={2}
          />
          <p class="govuk-body">
            Everyone can read this, with the name of {organisation}. You are asked twice a year whether it is
            still so.
          </p>
          <HeldFirst isHeld={isHeld} organisation={organisation} />
          <Button preventDoubleClick>
            {findings.length > 0
              ? 'Publish as it is'
              : asset
                ? 'Publish the change'
                : 'Publish for my organisation'}
          </Button>
        </PostForm>
        <FreedomOfInformation />
      </Column>
    </Row>
  )
}
