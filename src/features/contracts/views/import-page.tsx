import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { FileUpload } from '#ui/govuk/file-upload.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Details, InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { contractsPath } from '../contract.ts'

export type ImportPageProps = { name: string; slug: string; form: FormState }

/** A council’s register is brought in: first to look at. */
export const ImportPage = ({ name, slug, form }: ImportPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Bring in the register of contracts</h1>
      <p class="govuk-body">
        The file that {name} publishes under the transparency code, as it is. You see what is read from every
        line before anything goes in, and a file that went in can be undone as a whole.
      </p>
      <PostForm action={`${contractsPath(slug)}/import`} label="The file" hasFile>
        <FileUpload
          name="file"
          label="The file"
          labelClass="govuk-label--m"
          hint={`${form.errors.length > 0 ? 'Choose the file again: the browser has not kept it. ' : ''}CSV, Excel (.xlsx), or notices as OCDS (.json). Up to 10 MB and 5,000 lines.`}
          accept=".csv,.xlsx,.json,.txt,text/csv,application/json"
          error={fieldIn(form, 'file').error}
        />
        <Input
          {...fieldIn(form, 'source')}
          label="What it is"
          labelClass="govuk-label--s"
          hint="It stands beside every contract: for example “Contracts register, October 2026”"
        />
        <Input
          {...fieldIn(form, 'as_of')}
          label="From which day it is (optional)"
          labelClass="govuk-label--s"
          hint="Such as 1 October 2026; today, if you leave it out. Of two sources the newer one is shown."
          class="govuk-input--width-10"
        />
        <Input
          {...fieldIn(form, 'url')}
          label="Where it is published (optional)"
          labelClass="govuk-label--s"
          hint="A web address"
        />
        <Details summary="What becomes public, and what does not">
          <p class="govuk-body">
            Titles, suppliers, days and values of contracts, with the line of the file they come from. Columns
            that are not chosen are not kept. Names of suppliers who may be people, and contacts in any cell,
            are left out.
          </p>
        </Details>
        <InsetText>
          Nothing goes in yet. A larger file can be brought in by those who run this site.
        </InsetText>
        <Button preventDoubleClick>Look at what it says</Button>
      </PostForm>
    </Column>
  </Row>
)
