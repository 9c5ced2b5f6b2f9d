import { OrganisationField, type OrganisationName, organisationPath } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { longestName } from '../confirmation-form.ts'
import type { Product } from '../product-queries.ts'
import { productPath } from '../system.ts'

export type CurationPageProps = { product: Product; form: FormState; suggestions: OrganisationName[] }

const reasonHint = 'It stands on the page of the product, with today’s date.'

/** What curators change about a product, each with its reason. */
export const CurationPage = ({ product, form, suggestions }: CurationPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{product.name}</span>
      <h1 class="govuk-heading-l">Change a product</h1>
      <InsetText>
        It is shown with {countOf(product.councils, 'council')}
        {product.supplier ? ` and on the page of ${product.supplier.name}` : ''}. Both follow at once.
      </InsetText>
      <SectionHeading lead="The old name stays one that it is found by, and its old address leads to the new one for good.">
        Rename it
      </SectionHeading>
      <PostForm action={`${productPath(product.slug)}/name`} label="Rename it">
        <Input {...fieldIn(form, 'name')} label="New name" maxlength={longestName} autocomplete="off" />
        <Textarea {...fieldIn(form, 'reason')} label="Why?" hint={reasonHint} rows={2} />
        <Button>Rename</Button>
      </PostForm>
      <SectionHeading lead="What the present supplier replied is not shown any more; the new one may reply.">
        Give it to another supplier
      </SectionHeading>
      <PostForm action={`${productPath(product.slug)}/supplier`} label="Give it to another supplier">
        <OrganisationField {...fieldIn(form, 'supplier')} label="Supplier" suggestions={suggestions} />
        <Textarea {...fieldIn(form, 'reason_to_move')} label="Why?" hint={reasonHint} rows={2} />
        <Button>Give it to this supplier</Button>
      </PostForm>
      {product.supplier && (
        <p class="govuk-body">
          Where a whole supplier became part of another,{' '}
          <Link href={`${organisationPath(product.supplier.slug)}/merging`}>
            merge {product.supplier.name} into the other
          </Link>
          .
        </p>
      )}
    </Column>
  </Row>
)
