import type { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { fieldChoices, isColumnField } from '#features/contract-reading/index.ts'
import { people } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { withFields } from '#plumbing/keyset.ts'
import { columnsForm, suppliersForm, takeInForm } from './bringing-form.ts'
import {
  type Columns,
  filesPerMinute,
  importParams,
  importPath,
  importsPath,
  linesQuery,
  perMinute,
} from './brought-file.ts'
import { takeInImport } from './import-actions.ts'
import {
  countKnownLines,
  countLines,
  type FoundImport,
  findImport,
  findSeen,
  listImportSuppliers,
  listLines,
} from './import-queries.ts'
import { findLed, type Led } from './led-queries.ts'
import { dropPreview, readAnew } from './preview-actions.ts'
import { findPreviewed } from './previewed-queries.ts'
import { listQuestions } from './question-queries.ts'
import { listLineServices, listServiceLines, listServiceQuestions } from './service-line-queries.ts'
import { countServices } from './service-lines.ts'
import { decideSuppliers } from './supplier-decision-actions.ts'
import { FilesWay } from './views/file-way.tsx'
import { ImportedPage } from './views/imported-page.tsx'
import { PreviewPage } from './views/preview-page.tsx'

const linesAtOnce = 100

const columnsOf = ({ mapping }: FoundImport) => (mapping ?? []) as Columns

type Shown = Pick<RouteContext<z.output<typeof linesQuery>>, 'db' | 'query' | 'url'>

const previewQuery = { after: -1, only: undefined }

async function previewPage({ db, query, url }: Shown, led: Led, found: FoundImport, form: FormState) {
  const suppliers = await listImportSuppliers(db, found.id)
  const seen = await findSeen(db, found.id)
  const { after, only } = query
  const lines = await listLines(db, found.id, { after, limit: linesAtOnce + 1, only })
  const serviceLines = await listServiceLines(db, found.id)
  return page({
    title: `What ${found.fileName} says`,
    unlisted: true,
    errors: form.errors,
    way: <FilesWay {...led} />,
    content: (
      <PreviewPage
        name={led.name}
        slug={led.slug}
        found={found}
        form={form}
        counts={await countLines(db, found.id)}
        known={await countKnownLines(db, found.id)}
        columns={columnsOf(found).map(({ heading, field }) => ({
          heading,
          field: isColumnField(field) ? field : '',
        }))}
        seen={seen}
        fields={fieldChoices}
        questions={await listQuestions(db, suppliers)}
        open={suppliers.filter(({ decision }) => decision === 'open').length}
        lines={lines.slice(0, linesAtOnce)}
        listed={only}
        services={await listLineServices(db, lines)}
        serviceCounts={countServices(serviceLines)}
        serviceQuestions={await listServiceQuestions(db, serviceLines)}
        nextHref={nextOf(url, lines)}
      />
    ),
  })
}

const nextOf = (url: URL, lines: { position: number }[]) =>
  lines.length > linesAtOnce
    ? withFields(url, { after: String(lines[linesAtOnce - 1]!.position) })
    : undefined

async function importedPage({ db, query, url }: Shown, led: Led, found: FoundImport) {
  const lines = await listLines(db, found.id, {
    after: query.after,
    limit: linesAtOnce + 1,
    only: query.only,
  })
  const officers = await listPeople(db, found.importedBy ? [found.importedBy] : [])
  return page({
    title: found.sourceName,
    unlisted: true,
    way: <FilesWay {...led} />,
    content: (
      <ImportedPage
        name={led.name}
        slug={led.slug}
        found={found}
        importer={officers.get(found.importedBy ?? '')}
        counts={await countLines(db, found.id)}
        lines={lines.slice(0, linesAtOnce)}
        services={await listLineServices(db, lines)}
        nextHref={nextOf(url, lines)}
      />
    ),
  })
}

const oneFile = get(
  '/organisations/:slug/contracts/imports/:id',
  { access: people, params: importParams, query: linesQuery },
  async context => {
    const { db, actor, params } = context
    const led = await findLed(db, actor, params.slug)
    const found = await findImport(db, led.id, params.id)
    return found.state === 'previewed'
      ? previewPage(context, led, found, freshForm({ which: 'good' }))
      : importedPage(context, led, found)
  },
)

const columns = post(
  '/organisations/:slug/contracts/imports/:id/columns',
  { access: people, perMinute: filesPerMinute, params: importParams, form: columnsForm },
  async context => {
    const { db, actor, params, form } = context
    const { led, found, back } = await findPreviewed(db, actor, params)
    const chosen = columnsOf(found).map(({ heading }, at) => {
      const field = form.value?.columns.get(at) ?? ''
      return { heading, field: isColumnField(field) ? field : ('aside' as const) }
    })
    const again = chosen.findIndex(
      ({ field }, at) => field !== 'aside' && chosen.findIndex(other => other.field === field) < at,
    )
    if (again >= 0) {
      const label = fieldChoices.find(({ value }) => value === chosen[again]!.field)!.label
      const message = `Two columns cannot both be “${label}”: choose one of them`
      const refused = refuseForm(form.typed, `column-${again}`, message)
      return previewPage({ ...context, query: previewQuery }, led, { ...found, mapping: chosen }, refused)
    }
    await readAnew(db, found.id, { columns: chosen, headingsAt: form.value?.headingsAt })
    return redirect(back)
  },
)

const suppliers = post(
  '/organisations/:slug/contracts/imports/:id/suppliers',
  { access: people, perMinute, params: importParams, form: suppliersForm },
  async ({ db, actor, params, form }) => {
    const { found, back } = await findPreviewed(db, actor, params)
    await decideSuppliers(db, found.id, form.value ?? new Map())
    return redirect(back)
  },
)

const removal = post(
  '/organisations/:slug/contracts/imports/:id/removal',
  { access: people, perMinute, params: importParams },
  async ({ db, actor, params }) => {
    const { led, found } = await findPreviewed(db, actor, params)
    await dropPreview(db, found.id)
    return redirect(importsPath(led.slug))
  },
)

const takingIn = post(
  '/organisations/:slug/contracts/imports/:id/taking-in',
  { access: people, perMinute: filesPerMinute, params: importParams, form: takeInForm },
  async context => {
    const { db, clock, actor, params, form } = context
    const led = await findLed(db, actor, params.slug)
    const found = await findImport(db, led.id, params.id)
    const refuse = (state: FormState) => previewPage({ ...context, query: previewQuery }, led, found, state)
    if (found.state === 'previewed') {
      if (!form.value) return refuse(form)
      const { refused, ready } = await countLines(db, found.id)
      if (ready === 0) throw failure('conflict', 'No line of this file can go in.')
      if (form.value.which === 'all' && refused > 0)
        return refuse(refuseForm(form.typed, 'which', 'Nothing was taken in: some lines cannot be read'))
    }
    await takeInImport(db, clock, actor, found.id)
    return redirect(importPath(led.slug, found.id))
  },
)

export const previewRoutes: Route[] = [oneFile, columns, suppliers, removal, takingIn]
