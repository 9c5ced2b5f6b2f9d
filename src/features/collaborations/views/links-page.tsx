import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { type Collaboration, linksPath, seenByWords } from '../collaboration.ts'
import type { CollaborationLink } from '../queries.ts'
import { VisibilityChoice } from './visibility-choice.tsx'

interface LinksPageProps {
  collaboration: Collaboration
  links: CollaborationLink[]
  /** The organisation for which the reader acts. */
  ownId: string
  form: FormState
}

/** Links to each partner's own tools. */
export const LinksPage = ({ collaboration, links, ownId, form }: LinksPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{collaboration.plan.said.title}</span>
      <h1 class="govuk-heading-l">Where the partners work</h1>
      {links.length > 0 ? (
        <ul class="govuk-list">
          {links.map(({ id, organisation_id, organisation, title, href, visibility }) => (
            <li class="app-row" key={id}>
              <Link href={href}>
                <strong>{title}</strong>
              </Link>
              <br />
              <span class="govuk-body-s">
                {organisation}. Seen by: {seenByWords(visibility, collaboration)}
              </span>
              {organisation_id === ownId && (
                <ButtonForm action={`${linksPath(collaboration.plan.slug)}/${id}/removal`} look="secondary">
                  Take it out<span class="govuk-visually-hidden"> ({title})</span>
                </ButtonForm>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="No links yet">
          Add the board, the code or the documents of your organisation, so that the others find them.
        </EmptyState>
      )}
      <SectionHeading>Add a link</SectionHeading>
      <PostForm action={linksPath(collaboration.plan.slug)}>
        <Input {...fieldIn(form, 'title')} label="What it is" hint="Such as “Our board” or “User research”" />
        <Input {...fieldIn(form, 'href')} label="Address" type="url" inputmode="url" />
        <VisibilityChoice within={collaboration.visibility} form={form} legend="Who may see this link?" />
        <p class="govuk-body-s">Whether they can open what it leads to is for that tool to say.</p>
        <Button>Add the link</Button>
      </PostForm>
    </Column>
  </Row>
)
