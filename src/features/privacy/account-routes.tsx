import { Readable } from 'node:stream'
import { anyone, people } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { FormState } from '#plumbing/form.ts'
import { freshForm } from '#plumbing/form.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { erasePerson } from './actions.ts'
import { erasureForm } from './erasure.ts'
import { personalDataAsJson, personalDataOf } from './personal-data.ts'
import { listOrganisationsLedAlone } from './queries.ts'
import { ErasedPage, ErasurePage, type ErasurePageProps } from './views/erasure-page.tsx'
import { OwnDataPage } from './views/own-data-page.tsx'

const path = '/account/data'
const perMinute = 10
const home = { label: 'My page', href: '/my' }

const erasurePage = (form: FormState, ledAlone: ErasurePageProps['ledAlone']) =>
  page({
    title: 'Erase me',
    unlisted: true,
    errors: form.errors,
    way: <Breadcrumbs items={[home, { label: 'Your data', href: path }, { label: 'Erase me' }]} />,
    content: <ErasurePage form={form} ledAlone={ledAlone} />,
  })

export const routes: Route[] = [
  get(path, { access: people, examples: [path] }, async ({ site }) =>
    page({
      title: 'Your data',
      unlisted: true,
      way: <Breadcrumbs items={[home, { label: 'Your data' }]} />,
      content: (
        <OwnDataPage
          parts={personalDataOf(site)
            .toReversed()
            .map(({ title }) => title)}
        />
      ),
    }),
  ),

  get(
    `${path}/export`,
    { access: people, perMinute, examples: [`${path}/export`] },
    async ({ db, site, clock, actor }) => {
      const made = clock.now()
      return download({
        type: 'application/json; charset=utf-8',
        filename: `pipeline-my-data-${inLondon(made).date}.json`,
        body: Readable.from(personalDataAsJson(db, site, { personId: actor.id, made })),
        unlisted: true,
      })
    },
  ),

  get(`${path}/erasure`, { access: people, examples: [`${path}/erasure`] }, async ({ db, actor }) =>
    erasurePage(freshForm(), await listOrganisationsLedAlone(db, actor.id)),
  ),

  post(
    `${path}/erasure`,
    { access: people, perMinute, form: erasureForm },
    async ({ db, clock, site, actor, form }) => {
      if (!form.value) return erasurePage(form, await listOrganisationsLedAlone(db, actor.id))
      await erasePerson(db, clock, actor, { personId: actor.id, site })
      return redirect('/account/erased', { browserKey: null })
    },
  ),

  get('/account/erased', { access: anyone, examples: ['/account/erased'] }, async () =>
    page({ title: 'You have been erased', unlisted: true, content: <ErasedPage /> }),
  ),
]
