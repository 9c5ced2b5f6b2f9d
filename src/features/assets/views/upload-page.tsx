import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { FileUpload } from '#ui/govuk/file-upload.tsx'
import { Details, InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { filesPath } from '../asset.ts'

/** Where the publiccode.yml of software is brought: first to look at. */
export const UploadPage = ({ organisation, form }: { organisation: string; form: FormState }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{organisation}</span>
      <h1 class="govuk-heading-l">Bring a publiccode.yml</h1>
      <p class="govuk-body">
        It stands in the repository of the software and says what it is for, on what terms and who keeps it
        up. Bring it again when it has changed: software is known by the address of its repository, so that
        nothing comes twice.
      </p>
      <PostForm action={filesPath} label="The file" hasFile>
        <FileUpload
          name="file"
          label="The file"
          labelClass="govuk-label--m"
          hint={`${form.errors.length > 0 ? 'Choose the file again: the browser has not kept it. ' : ''}publiccode.yml, versions 0.2 to 0.7, up to 128 kB.`}
          accept=".yml,.yaml,application/yaml,text/yaml"
          error={fieldIn(form, 'file').error}
        />
        <Details summary="What is not kept">
          <p class="govuk-body">
            Names, e-mail addresses and numbers of contacts are read and not kept: whoever looks after this
            here is somebody of your organisation. Who is said to use it is not kept either, for here only
            those who use it say so.
          </p>
        </Details>
        <InsetText>Nothing goes in yet. You see first what it says.</InsetText>
        <Button preventDoubleClick>Look at what it says</Button>
      </PostForm>
    </Column>
  </Row>
)
