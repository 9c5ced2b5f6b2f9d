import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { findOrganisation, listOrganisationsById, organisationPath } from '#features/organisations/index.ts'
import { type Actor, hasDuty, isLeadOf, people } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { writeCsv } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure, failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm, tick } from '#plumbing/form.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { withFields } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { formatDate } from '#ui/date.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { fieldChoices, isColumnField } from './column-words.ts'
import { contractPath, contractsPath } from './contract.ts'
import { fileAtMost, importPath, importsPath, outcomeWords } from './contract-import.ts'
import { takeInImport } from './import-actions.ts'
import { columnsForm, importForm, supplierChoiceOf, suppliersForm, takeInForm } from './import-form.ts'
import {
  countKnownLines,
  countLines,
  type FoundImport,
  findImport,
  findMapping,
  type ImportSupplier,
  listImportSuppliers,
  listImports,
  listLines,
} from './import-queries.ts'
import { dropPreview, readAnew, startPreview } from './preview-actions.ts'
import { decideSuppliers } from './supplier-decisions.ts'
import { supplierFinder } from './supplier-queries.ts'
import { undoImport } from './undo-actions.ts'
import { ImportPage } from './views/import-page.tsx'
import { ImportedPage } from './views/imported-page.tsx'
import { ImportsPage } from './views/imports-page.tsx'
import { PreviewPage } from './views/preview-page.tsx'
import { UndoPage } from './views/undo-page.tsx'

const perMinute = 30
const filesPerMinute = 6
const linesAtOnce = 100
const questionsAtOnce = 50

const importParams = slugParams.extend({ id: z.guid() })
const linesQuery = z.object({
  after: z.coerce.number().int().min(-1).max(1_000_000).catch(-1).default(-1),
  only: z.enum(['refused', 'remarks']).optional().catch(undefined),
})

/** The organisation, where the actor may bring in files for it; a page that does not exist for all others. */
async function findLed(db: Db, actor: Actor, slug: string) {
  const organisation = await findOrganisation(db, slug)
  const isBuyer = organisation.kind === 'council' || organisation.kind === 'public-body'
  if (!isBuyer || !(isLeadOf(actor, organisation.id) || hasDuty(actor, 'curator')))
    throw failure('absent', '')
  return organisation
}

type Led = Awaited<ReturnType<typeof findLed>>

const wayTo = ({ name, slug }: Led, items: { label: string; href: string }[] = []) => (
  <Breadcrumbs
    items={[
      { label: name, href: organisationPath(slug) },
      { label: 'Contracts', href: contractsPath(slug) },
      ...items,
    ]}
  />
)

const wayToFiles = (led: Led) => wayTo(led, [{ label: 'Files', href: importsPath(led.slug) }])

const uploadPage = (led: Led, form: FormState) =>
  page({
    title: 'Bring in the register of contracts',
    unlisted: true,
    errors: form.errors,
    way: wayTo(led),
    content: <ImportPage name={led.name} slug={led.slug} form={form} />,
  })

/** The suppliers that a person has to decide on, or has decided on, with those that each may be. */
async function listQuestions(db: Db, suppliers: ImportSupplier[]) {
  const find = await supplierFinder(db)
  const asked = suppliers.flatMap((supplier, number) => {
    const found = find(supplier)
    const isSettled = found.is === 'known' && supplier.decision === 'known'
    return isSettled || supplier.decision === 'new'
      ? []
      : [{ number, supplier, ids: found.is === 'near' ? found.ids : found.is === 'known' ? [found.id] : [] }]
  })
  const shown = asked
    .toSorted((a, b) => Number(b.supplier.decision === 'open') - Number(a.supplier.decision === 'open'))
    .slice(0, questionsAtOnce)
  const names = await listOrganisationsById(
    db,
    shown.flatMap(({ ids, supplier }) => [
      ...ids,
      ...(supplier.organisationId ? [supplier.organisationId] : []),
    ]),
  )
  return shown.map(({ number, supplier, ids }) => ({
    number,
    supplier,
    candidates: [...new Set([...ids, ...(supplier.organisationId ? [supplier.organisationId] : [])])].flatMap(
      id => names.get(id) ?? [],
    ),
  }))
}

type Shown = Pick<RouteContext<z.output<typeof linesQuery>>, 'db' | 'query' | 'url'>

const previewQuery = { after: -1, only: undefined }

async function previewPage({ db, query, url }: Shown, led: Led, found: FoundImport, form: FormState) {
  const suppliers = await listImportSuppliers(db, found.id)
  const { after, only } = query
  const lines = await listLines(db, found.id, { after, limit: linesAtOnce + 1, only })
  const mapping = (found.mapping ?? {}) as Record<string, string>
  return page({
    title: `What ${found.fileName} says`,
    unlisted: true,
    errors: form.errors,
    way: wayToFiles(led),
    content: (
      <PreviewPage
        name={led.name}
        slug={led.slug}
        found={found}
        form={form}
        counts={await countLines(db, found.id)}
        known={await countKnownLines(db, found.id)}
        columns={Object.entries(mapping).map(([heading, field]) => ({
          heading,
          field: isColumnField(field) ? field : '',
        }))}
        fields={fieldChoices}
        questions={await listQuestions(db, suppliers)}
        open={suppliers.filter(({ decision }) => decision === 'open').length}
        lines={lines.slice(0, linesAtOnce)}
        only={only}
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
    way: wayToFiles(led),
    content: (
      <ImportedPage
        name={led.name}
        slug={led.slug}
        found={found}
        importer={officers.get(found.importedBy ?? '')}
        counts={await countLines(db, found.id)}
        lines={lines.slice(0, linesAtOnce)}
        nextHref={nextOf(url, lines)}
      />
    ),
  })
}

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
          mapping: await findMapping(db, led.id),
        })
        return redirect(importPath(led.slug, id))
      } catch (error) {
        const known = asFailure(error)
        if (known?.kind !== 'invalid' && known?.kind !== 'too-large') throw error
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
      way: wayTo(led),
      content: <ImportsPage name={led.name} slug={led.slug} imports={await listImports(db, led.id)} />,
    })
  },
)

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

const report = get(
  '/organisations/:slug/contracts/imports/:id/lines.csv',
  { access: people, params: importParams, perMinute },
  async ({ db, actor, params }) => {
    const led = await findLed(db, actor, params.slug)
    const { id } = await findImport(db, led.id, params.id)
    const lines = await listLines(db, id, { after: -1, limit: 1_000_000 })
    return download({
      type: 'text/csv; charset=utf-8',
      filename: `${led.slug}-contracts-lines.csv`,
      unlisted: true,
      body: writeCsv(
        [
          'line',
          'what_becomes_of_it',
          'title',
          'supplier',
          'starts_on',
          'ends_on',
          'extends_to',
          'value_pounds',
          'remarks',
          'page',
        ],
        lines.map(({ line, outcome, said, refusal, remarks, contractId }) => [
          line,
          outcomeWords[outcome],
          said?.title,
          said?.supplier_as_published,
          said?.starts_on,
          said?.ends_on,
          said?.extends_to,
          said?.value_pounds,
          [...(refusal ? [refusal] : []), ...remarks].join('; '),
          contractId && contractPath(contractId),
        ]),
      ),
    })
  },
)

/** A preview that its lead changes; the page it leads back to. */
const changing = async (db: Db, actor: Actor, params: z.output<typeof importParams>) => {
  const led = await findLed(db, actor, params.slug)
  const found = await findImport(db, led.id, params.id)
  if (found.state !== 'previewed')
    throw failure(
      'conflict',
      'This file is no longer waiting: it was taken in. Go back and load the page again.',
    )
  return { led, found, back: importPath(led.slug, found.id) }
}

const columns = post(
  '/organisations/:slug/contracts/imports/:id/columns',
  { access: people, perMinute: filesPerMinute, params: importParams, form: columnsForm },
  async ({ db, actor, params, form }) => {
    const { found, back } = await changing(db, actor, params)
    const headings = Object.keys((found.mapping ?? {}) as object)
    const mapping = Object.fromEntries(
      headings.map((heading, at) => {
        const field = form.value?.get(at) ?? ''
        return [heading, isColumnField(field) ? field : 'aside']
      }),
    )
    await readAnew(db, found.id, mapping)
    return redirect(back)
  },
)

const suppliers = post(
  '/organisations/:slug/contracts/imports/:id/suppliers',
  { access: people, perMinute, params: importParams, form: suppliersForm },
  async ({ db, actor, params, form }) => {
    const { found, back } = await changing(db, actor, params)
    const choices = [...(form.value ?? [])].flatMap(([number, text]) => {
      const choice = supplierChoiceOf(text)
      return choice ? [{ number, choice }] : []
    })
    await decideSuppliers(db, found.id, choices)
    return redirect(back)
  },
)

const removal = post(
  '/organisations/:slug/contracts/imports/:id/removal',
  { access: people, perMinute, params: importParams },
  async ({ db, actor, params }) => {
    const { led, found } = await changing(db, actor, params)
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

const undoing = [
  get(
    '/organisations/:slug/contracts/imports/:id/undoing',
    { access: people, params: importParams },
    async ({ db, actor, params }) => {
      const led = await findLed(db, actor, params.slug)
      const found = await findImport(db, led.id, params.id)
      if (found.state !== 'taken-in') throw failure('absent', '')
      const listed = (await listImports(db, led.id)).find(({ id }) => id === found.id)
      return page({
        title: `Undo ${found.sourceName}?`,
        unlisted: true,
        way: wayToFiles(led),
        content: (
          <UndoPage
            name={led.name}
            slug={led.slug}
            found={found}
            statements={Number(listed?.statements ?? 0)}
          />
        ),
      })
    },
  ),

  post(
    '/organisations/:slug/contracts/imports/:id/undoing',
    { access: people, perMinute: filesPerMinute, params: importParams, form: z.object({ sure: tick }) },
    async ({ db, clock, actor, params, form }) => {
      const led = await findLed(db, actor, params.slug)
      const found = await findImport(db, led.id, params.id)
      if (!form.value?.sure) throw failure('conflict', 'Go back and say that all of it is to be undone.')
      await undoImport(db, clock, actor, found.id)
      return redirect(importPath(led.slug, found.id))
    },
  ),
]

export const importRoutes: Route[] = [
  ...upload,
  files,
  oneFile,
  report,
  columns,
  suppliers,
  removal,
  takingIn,
  ...undoing,
]
