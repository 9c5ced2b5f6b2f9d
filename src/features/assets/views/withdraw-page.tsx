import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { type Asset, assetPath } from '../asset.ts'

export const WithdrawPage = ({ asset, form }: { asset: Asset; form: FormState }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{asset.title}</span>
      <h1 class="govuk-heading-l">Withdraw it</h1>
      <p class="govuk-body">
        It leaves lists, search and the check. Its page stays at its address and says why; what others said of
        taking it on stays too.
      </p>
      <PostForm action={`${assetPath(asset.slug)}/withdrawal`}>
        <Textarea
          {...fieldIn(form, 'note')}
          label="Why is it withdrawn?"
          hint="Everyone can read this. Say what to use instead, if there is something."
          rows={4}
        />
        <Button class="govuk-button--warning">Withdraw it</Button>
      </PostForm>
    </Column>
  </Row>
)
