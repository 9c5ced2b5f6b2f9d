import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { type Guide, guidePath } from '../guide.ts'

/** Why a guide is taken out of what everyone reads. */
export const WithdrawalPage = ({ guide, form }: { guide: Guide; form: FormState }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{guide.title}</span>
      <h1 class="govuk-heading-l">Withdraw this page</h1>
      <p class="govuk-body">
        Only curators see it then. It leaves the guides, the search and the pages that lead to it. What it
        said and how often it was used are kept, and you can put it back.
      </p>
      <PostForm action={`${guidePath(guide.slug)}/withdrawal`}>
        <Textarea
          {...fieldIn(form, 'reason')}
          label="Why it is withdrawn"
          hint="Shown in the history of this page, which everyone reads again once it is put back."
          rows={3}
          spellcheck
        />
        <input type="hidden" name="version" value={String(guide.version)} />
        <Button class="govuk-button--warning">Withdraw it</Button>
      </PostForm>
    </Column>
  </Row>
)
