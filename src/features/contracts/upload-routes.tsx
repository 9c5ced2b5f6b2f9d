import { people } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { asFailure, type Failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { formatDate } from '#ui/date.ts'
import { importForm } from './bringing-form.ts'
import { fileAtMost, filesPerMinute, importPath } from './brought-file.ts'
import { findColumns, listImports } from './import-queries.ts'
import { findLed, type Led } from './led-queries.ts'
import { startPreview } from './preview-actions.ts'
import { ContractsWay } from './views/file-way.tsx'
import { ImportPage } from './views/import-page.tsx'
import { ImportsPage } from './views/imports-page.tsx'

/** What is wrong with a file, or with the moment, is said beside it. */
const tellable = new Set<Failure['kind']>(['invalid', 'too-large', 'busy'])

const uploadPage = (led: Led, form: FormState) =>
  page({
    title: 'Bring in the register of contracts',
    unlisted: true,
    errors: form.errors,
    way: <ContractsWay {...led} />,
    content: <ImportPage name={led.name} slug={led.slug} form={form} />,
  })

const upload = [
  get(
    '/organisations/:slug/contracts/import',
    {
      access: people,
      params: slugParams,
      examples: ['/organisations/leeds-city-council/contracts/import'],
    },
    async ({ db, actor, params }) => uploadPage(await findLed(db, actor, params.slug), freshForm()),
  ),

  post(
    '/organisations/:slug/contracts/import',
    {
      access: people,
      perMinute: filesPerMinute,
      params: slugParams,
      form: importForm,
      upload: { field: 'file', bytes: fileAtMost },
    },
    async ({ db, clock, actor, params, form, upload: file }) => {
      const led = await findLed(db, actor, params.slug)
      if (!form.value) return uploadPage(led, form)
      if (!file) return uploadPage(led, refuseForm(form.typed, 'file', 'Choose the file of the register'))
      const { source, url, as_of } = form.value
      const today = inLondon(clock.now()).date
      if (as_of !== null && as_of > today)
        return uploadPage(
          led,
          refuseForm(form.typed, 'as_of', `Write a day that is not after today, ${formatDate(today)}`),
        )
      try {
        const id = await startPreview(db, clock, actor, {
          organisation: led,
          file,
          source: { name: source, url, asOf: as_of ?? today },
          columns: await findColumns(db, led.id),
        })
        return redirect(importPath(led.slug, id))
      } catch (error) {
        const known = asFailure(error)
        if (!known || !tellable.has(known.kind)) throw error
        return uploadPage(led, refuseForm(form.typed, 'file', known.message))
      }
    },
  ),
]

const files = get(
  '/organisations/:slug/contracts/imports',
  {
    access: people,
    params: slugParams,
    examples: ['/organisations/leeds-city-council/contracts/imports'],
  },
  async ({ db, actor, params }) => {
    const led = await findLed(db, actor, params.slug)
    return page({
      title: 'Files of contracts',
      unlisted: true,
      way: <ContractsWay {...led} />,
      content: <ImportsPage name={led.name} slug={led.slug} imports={await listImports(db, led.id)} />,
    })
  },
)

export const uploadRoutes: Route[] = [...upload, files]
