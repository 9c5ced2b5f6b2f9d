import type { ComponentChildren } from 'preact'
import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import { OrganisationField, OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import { ProblemLink } from '#features/problems/index.ts'
import { type LinkKind, linkKindLabels, linkKinds } from '#features/projects/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { Quoted } from '#ui/section.tsx'
import { Words } from '#ui/step-form.tsx'
import { isOpenPartner, type Partner, type Plan, partnerStateWords, planPath } from '../plan.ts'
import { type Step, wordLimits } from '../plan-parts.ts'

interface ListRow {
  name: ComponentChildren
  spoken: string
  fields: Record<string, string>
  note?: string
  /** What was written along with it, and by whom. */
  words?: { title: string; text: string } | null
}

interface ListPageProps {
  plan: Plan
  step: Step
  heading: string
  says: ComponentChildren
  /** What is on the list already. */
  rows: ListRow[]
  /** What the writer should look at before it is added; sent again it is added all the same. */
  warning?: ComponentChildren
  children: ComponentChildren
}

/** A page that adds to a list and takes away from it, and leads on; what stands in the box then is added too. */
const ListPage = ({ plan, step, heading, says, rows, warning, children }: ListPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">{says}</p>
      {rows.length > 0 && (
        <ul class="govuk-list">
          {rows.map(({ name, spoken, fields, note, words }) => (
            <li class="app-row">
              <p class="govuk-body">
                {name}
                {note && ` (${note})`}
              </p>
              {words && (
                <>
                  <p class="govuk-body-s">{words.title}</p>
                  <Quoted>
                    <Paragraphs text={words.text} />
                  </Quoted>
                </>
              )}
              <ButtonForm action={`${planPath(plan.id)}/${step}/removal`} fields={fields} look="secondary">
                Take away<span class="govuk-visually-hidden"> {spoken}</span>
              </ButtonForm>
            </li>
          ))}
        </ul>
      )}
      {warning}
      <PostForm action={`${planPath(plan.id)}/${step}`}>
        {warning && <input type="hidden" name="seen" value="yes" />}
        {children}
        <Button class="govuk-button--secondary">{warning ? 'Add it all the same' : 'Add it'}</Button>
        <div>
          <Button name="next" value="onwards">
            {plan.state === 'draft' ? 'Continue' : 'Done'}
          </Button>
        </div>
      </PostForm>
    </Column>
  </Row>
)

export type NamedProblem = { id: string; title: string; slug: string; organisation: { name: string } }

interface ProblemsPageProps {
  plan: Plan
  form: FormState
  problems: NamedProblem[]
  /** To choose from. */
  offered: NamedProblem[]
  /** They come near what was typed; else its organisation raised them. */
  isNear: boolean
}

export const ProblemsPage = ({ plan, form, problems, offered, isNear }: ProblemsPageProps) => (
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
    {offered.length > 0 && <OfferedProblems form={form} offered={offered} isNear={isNear} />}
    <Input
      {...fieldIn(form, 'problem')}
      label={offered.length > 0 ? 'Another problem' : 'A problem'}
      labelClass="govuk-label--s"
      hint="Some words of its title, or the address of its page"
      maxlength={wordLimits.address}
      autocomplete="off"
      spellcheck={false}
    />
  </ListPage>
)

const OfferedProblems = ({
  form,
  offered,
  isNear,
}: Pick<ProblemsPageProps, 'form' | 'offered' | 'isNear'>) => {
  const { field, isChosen } = choiceIn(form, 'chosen')
  return (
    <Radios
      {...field}
      fieldset={{
        legend: isNear ? 'Do you mean one of these?' : 'Problems your organisation raised',
        legendClass: 'govuk-fieldset__legend--s',
      }}
      items={offered.map(({ title, slug, organisation }) => ({
        value: slug,
        label: title,
        hint: `Raised by ${organisation.name}`,
        checked: isChosen(slug),
      }))}
    />
  )
}

interface PartnersPageProps {
  plan: Plan
  form: FormState
  suggestions?: OrganisationName[]
  /** What in the message may not be for the partner. */
  findings: Finding[]
}

/** What was written between both while one of them has not answered. */
const lineOf = ({ state, began_with, message }: Partner): ListRow['words'] =>
  message === null || state === 'confirmed'
    ? null
    : { title: began_with === 'owner' ? 'Your line to them:' : 'Their line to you:', text: message }

export const PartnersPage = ({ plan, form, suggestions, findings }: PartnersPageProps) => (
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
      words: lineOf(partner),
    }))}
    warning={findings.length > 0 && <ScreenFindings findings={findings} till="sending" />}
  >
    <OrganisationField
      {...fieldIn(form, 'organisation')}
      label="Name of an organisation"
      suggestions={suggestions}
    />
    <Words
      form={form}
      name="message"
      label="A line to them (optional)"
      hint={`Sent with the question. Only your organisation and theirs read it.${plan.state === 'draft' ? ' To change it before you publish, add the organisation again.' : ''}`}
      rows={3}
      most={wordLimits.message}
    />
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
    </ListPage>
  )
}
