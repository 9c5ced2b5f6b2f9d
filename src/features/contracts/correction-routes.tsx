import { z } from 'zod'
import { screenTexts } from '#features/moderation/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { resolveService, type ServiceName } from '#features/services/index.ts'
import { isLeadOf, type Person, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { contractPath, contractsPath } from './contract.ts'
import { correctContract } from './correction-actions.ts'
import { type Correction, correctionForm, saysNone, typedFrom } from './correction-form.ts'
import { type Contract, findContract, findNewest } from './page-queries.ts'
import { CorrectionPage } from './views/correction-page.tsx'

const params = z.object({ id: z.guid() })
const perMinute = 60
const changed =
  'Something else was said of this contract while you were writing. Look at it, then send yours again to put it in its place'

async function findOwn(db: Db, actor: Person, id: string): Promise<Contract> {
  const contract = await findContract(db, id)
  if (!isLeadOf(actor, contract.organisation_id)) throw failure('absent', '')
  return contract
}

const textsOf = ({ title, description }: Pick<Correction, 'title' | 'description'>) => [
  { field: 'title', label: 'Title', text: title },
  { field: 'description', label: 'What it is for', text: description },
]

type More = { said?: Correction; supplierIds?: string[]; services?: ServiceName[] }

async function correctionPage(
  db: Db,
  contract: Contract,
  form: FormState,
  { said, supplierIds = [], services = [] }: More = {},
) {
  const { organisation } = contract
  const suppliers = await listOrganisationsById(db, supplierIds)
  return page({
    title: 'Correct or confirm a contract',
    unlisted: true,
    errors: form.errors,
    way: (
      <Breadcrumbs
        items={[
          { label: organisation.name, href: contractsPath(organisation.slug) },
          { label: contract.title, href: contractPath(contract.id) },
        ]}
      />
    ),
    content: (
      <CorrectionPage
        contract={contract}
        form={form}
        findings={said ? screenTexts(textsOf(said)) : []}
        seen={(await findNewest(db, contract.id)) ?? ''}
        suppliers={[...suppliers.values()]}
        services={services}
      />
    ),
  })
}

export const correctionRoutes: Route[] = [
  get('/contracts/:id/correction', { access: people, params }, async ({ db, actor, params }) => {
    const contract = await findOwn(db, actor, params.id)
    return correctionPage(db, contract, freshForm(typedFrom(contract)))
  }),

  post(
    '/contracts/:id/correction',
    { access: people, perMinute, params, form: correctionForm },
    async ({ db, clock, actor, params, form }) => {
      const contract = await findOwn(db, actor, params.id)
      if (!form.value) return correctionPage(db, contract, form)
      const said = form.value
      if (!said.screened && screenTexts(textsOf(said)).length > 0)
        return correctionPage(db, contract, freshForm(form.typed), { said })
      const isOfNone = said.service === null || saysNone(said.service)
      const { match, suggestions: services = [] } = isOfNone
        ? { match: null }
        : await resolveService(db, said.service!)
      if (match === undefined) {
        const message =
          services.length > 0
            ? 'Choose the service you mean, or leave it out'
            : `There is no service called “${said.service}”. Write its name, or leave it out`
        return correctionPage(db, contract, refuseForm(form.typed, 'service', message), { services })
      }
      const done = await correctContract(db, clock, actor, {
        id: contract.id,
        said,
        // Left empty where nothing stood, it says nothing.
        serviceId: match
          ? match.id
          : said.service === null && contract.service_from === null
            ? undefined
            : null,
      })
      if (done === 'stale') return correctionPage(db, contract, refuseForm(form.typed, 'title', changed))
      if (done === 'could be a person') {
        const typed = { ...form.typed, supplier: said.supplier.name ?? '' }
        const question = `Say whether “${said.supplier.name}” is a person’s name`
        return correctionPage(db, contract, refuseForm(typed, 'supplier_is', question))
      }
      if (done !== 'done')
        return correctionPage(db, contract, refuseForm(form.typed, 'supplier', 'Say who the supplier is'), {
          supplierIds: done.nearSuppliers,
        })
      return redirect(contractPath(contract.id))
    },
  ),
]
