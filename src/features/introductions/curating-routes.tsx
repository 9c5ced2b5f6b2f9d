import { listCuratorQueues } from '#features/accounts/index.ts'
import { type Finding, screenTexts } from '#features/moderation/index.ts'
import {
  OrganisationField,
  type OrganisationName,
  resolveOrganisationTyped,
} from '#features/organisations/index.ts'
import { curators } from '#plumbing/actor.ts'
import { type FieldError, type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { fieldIn } from '#ui/form.tsx'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { suggest } from './asking-actions.ts'
import { introductionPath } from './introduction.ts'
import { momentsOf, suggestionForm } from './introduction-forms.ts'
import { listWaiting } from './queries.ts'
import { SuggestionPage } from './views/ask-page.tsx'
import { QueuePage } from './views/queue-page.tsx'

export const queuePath = '/introductions'
const suggestionPath = '/introductions/suggestion'
const title = 'Questions to meet'

type Near = { one?: OrganisationName[]; other?: OrganisationName[] }

const suggestionPage = (
  form: FormState,
  { findings = [], near = {} }: { findings?: Finding[]; near?: Near } = {},
) =>
  page({
    title: 'Introduce two organisations',
    unlisted: true,
    errors: form.errors,
    way: <Breadcrumbs items={[{ label: title, href: queuePath }]} />,
    content: (
      <SuggestionPage form={form} findings={findings}>
        <OrganisationField {...fieldIn(form, 'one')} label="One organisation" suggestions={near.one} />
        <OrganisationField
          {...fieldIn(form, 'other')}
          label="The other organisation"
          suggestions={near.other}
        />
      </SuggestionPage>
    ),
  })

const screened = (reason: string) =>
  screenTexts([{ field: 'reason', label: 'Why they should meet', text: reason }])

export const curatingRoutes: Route[] = [
  get(queuePath, { access: curators, examples: [queuePath] }, async ({ db, site, actor }) =>
    page({
      title,
      unlisted: true,
      content: (
        <QueuePage
          waiting={await listWaiting(db)}
          suggestionHref={suggestionPath}
          queues={await listCuratorQueues(db, site, actor)}
          here={queuePath}
        />
      ),
    }),
  ),

  get(suggestionPath, { access: curators, examples: [suggestionPath] }, async () =>
    suggestionPage(freshForm()),
  ),

  post(
    suggestionPath,
    { access: curators, perMinute: 60, form: suggestionForm },
    async ({ db, clock, actor, form }) => {
      if (!form.value) return suggestionPage(form)
      const { one: typedOne, other: typedOther, reason, screened: isScreened } = form.value
      const one = await resolveOrganisationTyped(db, typedOne)
      const other = await resolveOrganisationTyped(db, typedOther)
      const read = momentsOf(form.value, ['first', 'second'], clock)
      const errors: FieldError[] = [
        ...(one.match ? [] : [{ field: 'one', message: 'Choose or write the name of an organisation' }]),
        ...(other.match
          ? []
          : [{ field: 'other', message: 'Choose or write the name of the other organisation' }]),
        ...(one.match && one.match.id === other.match?.id
          ? [{ field: 'other', message: 'These are the same organisation' }]
          : []),
        ...(read.errors ?? []),
      ]
      if (!one.match || !other.match || read.errors || errors.length > 0)
        return suggestionPage(
          { typed: form.typed, errors },
          { near: { one: one.suggestions, other: other.suggestions } },
        )
      if (!isScreened && screened(reason).length > 0)
        return suggestionPage(freshForm(form.typed), { findings: screened(reason) })
      const id = await suggest(db, clock, actor, {
        one: one.match,
        other: other.match,
        reason,
        ...read.moments,
      })
      return redirect(introductionPath(id), { done: 'introduction-suggested' })
    },
  ),
]
