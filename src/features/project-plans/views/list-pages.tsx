import type { ComponentChildren } from 'preact'
import { OrganisationField, OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import { ProblemLink } from '#features/problems/index.ts'
import { type LinkKind, linkKindLabels, linkKinds } from '#features/projects/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { isOpenPartner, type Plan, partnerStateWords, planPath } from '../plan.ts'
import { onwards, type Step, wordLimits } from '../plan-parts.ts'

interface ListPageProps {
  plan: Plan
  step: Step
  heading: string
  says: ComponentChildren
  /** What is on the list already. */
  rows: { name: ComponentChildren; spoken: string; fields: Record<string, string>; note?: string }[]
  children: ComponentChildren
}

/** A page that adds to a list and takes away from it, and leads on. */
const ListPage = ({ plan, step, heading, says, rows, children }: ListPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">{says}</p>
      {rows.length > 0 && (
        <ul class="govuk-list">
          {rows.map(({ name, spoken, fields, note }) => (
            <li class="app-row">
              <p class="govuk-body">
                {name}
                {note && ` (${note})`}
              </p>
              <ButtonForm action={`${planPath(plan.id)}/${step}/removal`} fields={fields} look="secondary">
                Take away<span class="govuk-visually-hidden"> {spoken}</span>
              </ButtonForm>
            </li>
          ))}
        </ul>
      )}
      <PostForm action={`${planPath(plan.id)}/${step}`}>{children}</PostForm>
      <Button href={onwards(plan, step)}>{plan.state === 'draft' ? 'Go on' : 'Done'}</Button>
    </Column>
  </Row>
)

export type NamedProblem = { id: string; title: string; slug: string }

interface ProblemsPageProps {
  plan: Plan
  form: FormState
  problems: NamedProblem[]
}

export const ProblemsPage = ({ plan, form, problems }: ProblemsPageProps) => (
  <ListPage
    plan={plan}
    step="problems"
    heading="Which published problems does it address?"
    says={
      <>
        Organisations with the same problem then find your project on its page.{' '}
        <Link href="/problems">Look at the problems</Link>, or go on without.
      </>
    }
    rows={problems.map(({ id, title, slug }) => ({
      name: <ProblemLink title={title} slug={slug} />,
      spoken: title,
      fields: { problem: id },
    }))}
  >
    <Input
      {...fieldIn(form, 'problem')}
      label="Address of a problem"
      labelClass="govuk-label--s"
      hint="Copied from its page: it has /problems/ in it"
      maxlength={wordLimits.address}
      autocomplete="off"
      spellcheck={false}
    />
    <Button class="govuk-button--secondary">Add it</Button>
  </ListPage>
)

interface PartnersPageProps {
  plan: Plan
  form: FormState
  suggestions?: OrganisationName[]
}

export const PartnersPage = ({ plan, form, suggestions }: PartnersPageProps) => (
  <ListPage
    plan={plan}
    step="partners"
    heading="Which organisations take part?"
    says={
      plan.state === 'draft'
        ? 'Each is asked when you publish. Until a lead of theirs confirms it, the page says that they were asked.'
        : 'Each is asked at once. Until a lead of theirs confirms it, the page says that they were asked.'
    }
    rows={plan.partners.filter(isOpenPartner).map(partner => ({
      name: <OrganisationLink {...partner.organisation} />,
      spoken: partner.organisation.name,
      fields: { partner: partner.id },
      note: partnerStateWords(partner),
    }))}
  >
    <OrganisationField
      {...fieldIn(form, 'organisation')}
      label="Name of an organisation"
      suggestions={suggestions}
    />
    <Textarea
      {...fieldIn(form, 'message')}
      label="A line to its leads (optional)"
      labelClass="govuk-label--s"
      hint="Sent with the question. Nobody else sees it."
      rows={3}
    />
    <Button class="govuk-button--secondary">Add it</Button>
  </ListPage>
)

const kindHints: Partial<Record<LinkKind, string>> = {
  code: 'A repository that others can use',
  research: 'Findings, prototypes, reports of interviews',
  document: 'Business case, plan, board paper',
}

export const LinksPage = ({ plan, form }: { plan: Plan; form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'kind')
  return (
    <ListPage
      plan={plan}
      step="links"
      heading="Code, research and documents"
      says="What others can read or use already, wherever it is on the web."
      rows={plan.said.links.map(({ kind, label, url }) => ({
        name: <Link href={url}>{label}</Link>,
        spoken: label,
        fields: { url },
        note: linkKindLabels[kind].toLowerCase(),
      }))}
    >
      <Radios
        {...field}
        fieldset={{ legend: 'What it is', legendClass: 'govuk-fieldset__legend--s' }}
        items={linkKinds.map(kind => ({
          value: kind,
          label: linkKindLabels[kind],
          hint: kindHints[kind],
          checked: isChosen(kind),
        }))}
      />
      <Input
        {...fieldIn(form, 'label')}
        label="What it is called"
        labelClass="govuk-label--s"
        maxlength={wordLimits.line}
      />
      <Input
        {...fieldIn(form, 'url')}
        label="Its address"
        labelClass="govuk-label--s"
        hint="Beginning with https://"
        type="url"
        maxlength={wordLimits.address}
        autocomplete="off"
        spellcheck={false}
      />
      <Button class="govuk-button--secondary">Add it</Button>
    </ListPage>
  )
}
