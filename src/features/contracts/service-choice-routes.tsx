import { resolveService, type ServiceName } from '#features/services/index.ts'
import { people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { importParams, importPath, perMinute } from './brought-file.ts'
import { saysNone } from './correction-form.ts'
import type { FoundImport } from './import-queries.ts'
import type { Led } from './led-queries.ts'
import { findPreviewed } from './previewed-queries.ts'
import { chooseServices } from './service-choice-actions.ts'
import { lineQuery, lineServiceForm, serviceField, servicesForm } from './service-choice-form.ts'
import { listServiceLines } from './service-line-queries.ts'
import { linesMeant, openTitles, type ServiceLine } from './service-lines.ts'
import { FilesWay } from './views/file-way.tsx'
import { LineServicePage } from './views/line-service-page.tsx'

const servicePath = (led: Led, found: FoundImport) => `${importPath(led.slug, found.id)}/service`

async function findLine(db: Db, found: FoundImport, position: number) {
  const lines = await listServiceLines(db, found.id)
  const one = lines.find(line => line.position === position)
  if (!one) throw failure('absent', '')
  return { lines, one }
}

type Shown = { one: ServiceLine; lines: ServiceLine[]; form: FormState; suggestions?: ServiceName[] }

const servicePage = (led: Led, found: FoundImport, { suggestions = [], ...shown }: Shown) =>
  page({
    title: `Which service is “${shown.one.title}” for?`,
    unlisted: true,
    errors: shown.form.errors,
    way: <FilesWay {...led} />,
    content: (
      <LineServicePage
        {...shown}
        suggestions={suggestions}
        name={led.name}
        action={servicePath(led, found)}
        back={importPath(led.slug, found.id)}
      />
    ),
  })

export const serviceChoiceRoutes: Route[] = [
  post(
    '/organisations/:slug/contracts/imports/:id/services',
    { access: people, perMinute, params: importParams, form: servicesForm },
    async ({ db, clock, actor, params, form }) => {
      const { found, back } = await findPreviewed(db, actor, params)
      const lines = await listServiceLines(db, found.id)
      const chosen: { lines: ServiceLine[]; serviceId: number | null }[] = []
      for (const { key, lines: own } of openTitles(lines)) {
        const text = form.value?.get(serviceField(key)) ?? ''
        if (saysNone(text)) chosen.push({ lines: own, serviceId: null })
        const match = /^\d{1,9}$/.test(text) ? (await resolveService(db, text)).match : undefined
        if (match) chosen.push({ lines: own, serviceId: match.id })
      }
      await chooseServices(db, clock, found.id, chosen)
      return redirect(back)
    },
  ),

  get(
    '/organisations/:slug/contracts/imports/:id/service',
    { access: people, params: importParams, query: lineQuery },
    async ({ db, actor, params, query }) => {
      const { led, found } = await findPreviewed(db, actor, params)
      const shown = await findLine(db, found, query.line)
      return servicePage(led, found, { ...shown, form: freshForm({ reach: 'title' }) })
    },
  ),

  post(
    '/organisations/:slug/contracts/imports/:id/service',
    { access: people, perMinute, params: importParams, form: lineServiceForm },
    async ({ db, clock, actor, params, form }) => {
      const { led, found, back } = await findPreviewed(db, actor, params)
      const asked = lineQuery.parse({ line: form.typed.line })
      const shown = await findLine(db, found, asked.line)
      if (!form.value) return servicePage(led, found, { ...shown, form })
      const { service, reach, words } = form.value
      const { match, suggestions } = saysNone(service) ? { match: null } : await resolveService(db, service)
      if (match === undefined) {
        const message =
          suggestions!.length > 0
            ? 'Choose the service you mean'
            : `There is no service called “${service}”. Write its name, or “none”`
        return servicePage(led, found, {
          ...shown,
          form: refuseForm(form.typed, 'service', message),
          suggestions,
        })
      }
      const lines = linesMeant(shown.lines, shown.one, { reach, words: words ?? '' })
      await chooseServices(db, clock, found.id, [{ lines, serviceId: match?.id ?? null }])
      return redirect(back)
    },
  ),
]
