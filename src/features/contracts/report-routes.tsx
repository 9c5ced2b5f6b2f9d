import { z } from 'zod'
import { people } from '#plumbing/actor.ts'
import { writeCsv } from '#plumbing/csv.ts'
import { failure } from '#plumbing/failures.ts'
import { tick } from '#plumbing/form.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { filesPerMinute, importParams, importPath, perMinute, sayOutcome } from './brought-file.ts'
import { contractPath } from './contract.ts'
import { serviceFromWords } from './contract-words.ts'
import { findImport, listImports, listLines } from './import-queries.ts'
import { findLed } from './led-queries.ts'
import { listLineServices } from './service-line-queries.ts'
import { undoImport } from './undo-actions.ts'
import { FilesWay } from './views/file-way.tsx'
import { UndoPage } from './views/undo-page.tsx'

const report = get(
  '/organisations/:slug/contracts/imports/:id/lines.csv',
  { access: people, params: importParams, perMinute },
  async ({ db, actor, params }) => {
    const led = await findLed(db, actor, params.slug)
    const { id, state } = await findImport(db, led.id, params.id)
    const lines = await listLines(db, id, { after: -1, limit: 1_000_000 })
    const services = await listLineServices(db, lines)
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
          'service',
          'service_is',
          'starts_on',
          'ends_on',
          'extends_to',
          'value_pounds',
          'remarks',
          'page',
        ],
        lines.map(({ line, outcome, said, refusal, remarks, contractId }) => [
          line,
          sayOutcome(outcome, state),
          said?.title,
          said?.supplier_as_published,
          said?.service_id ? services.get(said.service_id)?.name : '',
          said?.service_from && serviceFromWords[said.service_from],
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

const undoing = [
  get(
    '/organisations/:slug/contracts/imports/:id/undoing',
    { access: people, params: importParams },
    async ({ db, actor, params }) => {
      const led = await findLed(db, actor, params.slug)
      const found = await findImport(db, led.id, params.id)
      if (found.state !== 'taken-in' && found.state !== 'taking-in') throw failure('absent', '')
      const listed = (await listImports(db, led.id)).find(({ id }) => id === found.id)
      return page({
        title: `Undo ${found.sourceName}?`,
        unlisted: true,
        way: <FilesWay {...led} />,
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

export const reportRoutes: Route[] = [report, ...undoing]
