import { z } from 'zod'
import { listCuratorQueues } from '#features/accounts/index.ts'
import { resolveOrganisationTyped } from '#features/organisations/index.ts'
import { curators, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { additionForm, additionsPath, decisionForm, newAdditionPath } from './addition.ts'
import { askForOrganisation, decideAddition } from './addition-actions.ts'
import { listWaitingAdditions, listWaitingTies } from './addition-queries.ts'
import { listStandings } from './curator-actions.ts'
import { NewOrganisationPage, SentPage } from './views/new-organisation-page.tsx'
import { QueuePage } from './views/queue-page.tsx'

const perMinute = 10
const idParams = z.object({ id: z.uuid() })
const sentPath = '/organisation-additions/sent'

async function newPage(db: Db, form: FormState) {
  const { suggestions = [] } = await resolveOrganisationTyped(db, String(form.typed.name ?? '').slice(0, 200))
  return page({
    title: 'Add an organisation',
    unlisted: true,
    errors: form.errors,
    content: <NewOrganisationPage form={form} near={suggestions} />,
  })
}

export const routes: Route[] = [
  get(newAdditionPath, { access: people, examples: [newAdditionPath] }, async ({ db }) =>
    newPage(db, freshForm()),
  ),

  post(newAdditionPath, { access: people, perMinute, form: additionForm }, async context => {
    const { db, clock, actor, form } = context
    if (!form.value) return newPage(db, form)
    const { name, isNew } = form.value
    const { match, suggestions = [] } = await resolveOrganisationTyped(db, name)
    if (match) return newPage(db, refuseForm(form.typed, 'name', `${match.name} is on Pipeline already`))
    if (suggestions.length > 0 && !isNew)
      return newPage(db, refuseForm(form.typed, 'isNew', 'Say that it is none of those with a name like it'))
    await askForOrganisation(db, clock, actor, form.value)
    return redirect(sentPath)
  }),

  get(sentPath, { access: people, examples: [sentPath] }, async () =>
    page({ title: 'A curator will look at it', unlisted: true, content: <SentPage /> }),
  ),

  get(additionsPath, { access: curators, examples: [additionsPath] }, async ({ db, site, actor }) => {
    const additions = await listWaitingAdditions(db)
    const ties = await listWaitingTies(db)
    const askers = [...additions, ...ties].map(({ asked_by }) => asked_by)
    const standings = await listStandings(db, actor, askers)
    return page({
      title: 'Organisations that people added',
      unlisted: true,
      content: (
        <QueuePage
          additions={additions}
          ties={ties}
          standings={standings}
          queues={await listCuratorQueues(db, site, actor)}
        />
      ),
    })
  }),

  post(
    '/organisation-additions/:id/decision',
    { access: curators, params: idParams, form: decisionForm },
    async ({ db, clock, actor, params, form }) => {
      if (!form.value) throw failure('invalid', form.errors[0].message)
      const isConfirmed = form.value.decision === 'confirm'
      await decideAddition(db, clock, actor, { id: params.id, isConfirmed })
      return redirect(additionsPath, { done: isConfirmed ? 'addition-confirmed' : 'addition-refused' })
    },
  ),
]
