import { z } from 'zod'
import { anyone } from '#plumbing/actor.ts'
import { typedWords } from '#plumbing/choices.ts'
import { page } from '#plumbing/http/answer.ts'
import { get } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { servicesList } from './imports.ts'
import { countServices, findArea, findService, listAreas, listServicesOfArea } from './queries.ts'
import { listServicesByWords, resolveService } from './resolve.ts'
import { areaPath, workOfAreaPath } from './service.ts'
import { AreaPage } from './views/area-page.tsx'
import { ServicePage } from './views/service-page.tsx'
import { ServicesPage } from './views/services-page.tsx'

const foundAtMost = 30
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const top = { label: 'Services', href: '/services' }

const servicesRoute = get(
  '/services',
  {
    access: anyone,
    query: z.object({ q: typedWords }),
    examples: ['/services', '/services?q=bins', '/services?q=xyzzy'],
  },
  async ({ db, query: { q } }) => {
    const match = q ? (await resolveService(db, q)).match : undefined
    const found = q ? await listServicesByWords(db, q, foundAtMost) : undefined
    const exact = match && !found?.some(({ id }) => id === match.id) ? [await findService(db, match.id)] : []
    return page({
      title: q ? `Services: ${q}` : 'Services',
      description: 'What councils do, by the Local Government Services List: 13 areas and their services.',
      canonical: '/services',
      unlisted: q !== '',
      content: (
        <ServicesPage
          typed={q}
          found={found && [...exact, ...found]}
          areas={await listAreas(db)}
          counts={await countServices(db)}
          source={servicesList}
        />
      ),
    })
  },
)

const unplacedRoute = get(
  '/services/areas/none',
  { access: anyone, examples: ['/services/areas/none'] },
  async ({ db }) =>
    page({
      title: 'Services in no area',
      way: <Breadcrumbs items={[top, { label: 'In no area yet' }]} />,
      content: (
        <AreaPage
          label="In no area yet"
          subareas={[]}
          services={await listServicesOfArea(db, null)}
          source={servicesList}
        />
      ),
    }),
)

const areaRoute = get(
  '/services/areas/:id',
  {
    access: anyone,
    params: z.object({ id }),
    examples: ['/services/areas/30', '/services/areas/38'],
  },
  async ({ db, params }) => {
    const area = await findArea(db, params.id)
    const subareas = (await listAreas(db)).find(({ id }) => id === area.id)?.subareas ?? []
    return page({
      title: area.label,
      description: `Council services: ${area.label}.`,
      way: (
        <Breadcrumbs
          items={[
            top,
            ...(area.aboveId !== null ? [{ label: area.aboveLabel, href: areaPath(area.aboveId) }] : []),
            { label: area.label },
          ]}
        />
      ),
      content: (
        <AreaPage
          label={area.label}
          searchHref={area.aboveId === null ? workOfAreaPath(area.id) : undefined}
          subareas={subareas}
          services={await listServicesOfArea(db, area.id)}
          source={{ name: area.source, asOf: area.asOf }}
        />
      ),
    })
  },
)

const serviceRoute = get(
  '/services/:id',
  { access: anyone, params: z.object({ id }), examples: ['/services/524', '/services/3', '/services/35'] },
  async ({ db, site, actor, params }) => {
    const service = await findService(db, params.id)
    const { areaId, subareaId } = service
    const records = []
    for (const { title, list } of site.slot('serviceRecords'))
      records.push({ title, records: await list(db, service.id, actor) })
    const beside = subareaId === null ? [] : await listServicesOfArea(db, subareaId)
    return page({
      title: service.name,
      watch: 'what is new about this service',
      description: service.description,
      way: (
        <Breadcrumbs
          items={[
            top,
            ...(areaId !== null ? [{ label: service.area, href: areaPath(areaId) }] : []),
            ...(subareaId !== null ? [{ label: service.subarea, href: areaPath(subareaId) }] : []),
            { label: service.name },
          ]}
        />
      ),
      content: (
        <ServicePage
          service={service}
          records={records}
          beside={beside.filter(({ id, status }) => id !== service.id && status === 'live')}
        />
      ),
    })
  },
)

export const routes = [servicesRoute, unplacedRoute, areaRoute, serviceRoute]
