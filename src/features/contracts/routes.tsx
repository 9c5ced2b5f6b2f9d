import { Readable } from 'node:stream'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import { findOrganisation, organisationPath } from '#features/organisations/index.ts'
import { anyone, hasDuty, isLeadOf } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { exportAsCsv } from '#plumbing/export.ts'
import { download, moved, page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeOf, sliceOf, stepsFrom, withFields } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { countOf } from '#ui/money.ts'
import { contractPath, contractsPath } from './contract.ts'
import {
  type ContractQuery,
  contractKey,
  contractQuery,
  countOfAll,
  facetsOf,
  isFiltered,
} from './contract-list.ts'
import { listContracts, listFacetCounts, ofOrganisation } from './list-queries.ts'
import { contractTable } from './open-data.ts'
import { type Contract, findContract, listContractsById, listStatements } from './page-queries.ts'
import { publicContract } from './public-contract.ts'
import { listServicePhrases } from './service-queries.ts'
import { findJoinedInto } from './stored-joins.ts'
import { ContractListPage } from './views/contract-list-page.tsx'
import { ContractPage } from './views/contract-page.tsx'
import { LeadActions, NoneOf } from './views/own-contracts.tsx'

const contractsAtOnce = 25
const rowsAtOnce = 500

export const contractParams = z.object({ id: z.guid() })

type Asked = { db: Db; url: URL; query: ContractQuery; today: string; whose?: RawBuilder<unknown> }

/** A page of the list with its facets. */
async function loadList({ db, url, query, today, whose }: Asked) {
  const place = placeOf(contractKey, query)
  const read = await listContracts(db, { filters: query, whose, today, place, limit: contractsAtOnce + 1 })
  const counts = await listFacetCounts(db, query, whose)
  const slice = sliceOf(read, contractsAtOnce, place, ({ rank, day, id }) => [rank, day, id])
  return {
    count: countOfAll(counts),
    props: {
      contracts: slice.rows,
      facets: facetsOf(counts, query),
      filters: query,
      isFiltered: isFiltered(query),
      today,
      hrefs: stepsFrom(url, slice),
      path: url.pathname,
      fileHref: withFields(new URL(`${url.pathname}.csv${url.search}`, url), {
        after: undefined,
        before: undefined,
      }),
    },
  }
}

/** The same list as CSV, piece by piece. */
function fileOf({ db, query, today, whose }: Omit<Asked, 'url'>, filename: string) {
  const rows = async function* () {
    let after: (string | number)[] | undefined
    for (;;) {
      const page = await listContracts(db, {
        filters: query,
        whose,
        today,
        place: { after },
        limit: rowsAtOnce,
      })
      const last = page.at(-1)
      if (!last) return
      const found = await listContractsById(
        db,
        page.map(({ id }) => id),
      )
      yield page.flatMap(({ id }) => found.get(id) ?? []).map(publicContract)
      after = [last.rank, last.day, last.id]
    }
  }
  return download({
    type: 'text/csv; charset=utf-8',
    filename,
    body: Readable.from(exportAsCsv(db, { ...contractTable, rows })),
  })
}

const list = get(
  '/contracts',
  {
    access: anyone,
    query: contractQuery,
    examples: ['/contracts', '/contracts?region=London&q=lift&from=2025-01-01&to=2030-12-31'],
  },
  async ({ db, clock, query, url }) => {
    const { count, props } = await loadList({ db, url, query, today: inLondon(clock.now()).date })
    return page({
      title: 'Contracts',
      description:
        'What councils buy, from whom and until when: from their registers and from public notices.',
      canonical: '/contracts',
      unlisted: query.q !== '',
      way: <Breadcrumbs items={[{ label: 'Check', href: '/' }, { label: 'Contracts' }]} />,
      content: (
        <ContractListPage
          {...props}
          title={`${countOf(count, 'contract')}${props.isFiltered ? ' found' : ''}`}
          lead="What councils buy, from whom and until when, in the order in which it ends. From their own registers and from public notices: far from all there are."
          nothing={<p class="govuk-body">They appear here when a council has brought in its register.</p>}
        />
      ),
    })
  },
)

const listFile = get(
  '/contracts.csv',
  { access: anyone, query: contractQuery, perMinute: 30, examples: ['/contracts.csv?region=London'] },
  async ({ db, clock, query }) => fileOf({ db, query, today: inLondon(clock.now()).date }, 'contracts.csv'),
)

const ofOne = get(
  '/organisations/:slug/contracts',
  {
    access: anyone,
    params: slugParams,
    query: contractQuery,
    examples: ['/organisations/manchester-city-council/contracts', '/organisations/dxw/contracts'],
  },
  async ({ db, clock, actor, params, query, url }) => {
    const organisation = await findOrganisation(db, params.slug)
    const { id, name, slug, kind } = organisation
    const { count, props } = await loadList({
      db,
      url,
      query,
      today: inLondon(clock.now()).date,
      whose: ofOrganisation(id),
    })
    const isLead = isLeadOf(actor, id) || hasDuty(actor, 'curator')
    const supplies = kind === 'supplier'
    return page({
      title: supplies ? `What ${name} supplies` : `Contracts of ${name}`,
      description: `Contracts of ${name}: for what, with whom and until when.`,
      canonical: contractsPath(slug),
      unlisted: query.q !== '',
      way: (
        <Breadcrumbs
          items={[
            kind === 'council'
              ? { label: 'Councils', href: '/councils' }
              : { label: 'Other organisations', href: '/organisations' },
            { label: name, href: organisationPath(slug) },
          ]}
        />
      ),
      content: (
        <ContractListPage
          {...props}
          of={slug}
          facets={props.facets.filter(({ values }) => values.length > 1)}
          caption={name}
          title={`${countOf(count, 'contract')}${props.isFiltered ? ' found' : ''}`}
          lead={
            supplies
              ? `What ${name} supplies to councils, as far as registers and notices that are here say so.`
              : `What ${name} buys, from whom and until when, in the order in which it ends.`
          }
          nothing={<NoneOf name={name} slug={slug} isLead={isLead} isSupplier={kind === 'supplier'} />}
          actions={isLead && kind !== 'supplier' && <LeadActions slug={slug} />}
        />
      ),
    })
  },
)

const fileOfOne = get(
  '/organisations/:slug/contracts.csv',
  {
    access: anyone,
    params: slugParams,
    query: contractQuery,
    perMinute: 30,
    examples: ['/organisations/manchester-city-council/contracts.csv'],
  },
  async ({ db, clock, params, query }) => {
    const { id, slug } = await findOrganisation(db, params.slug)
    const today = inLondon(clock.now()).date
    return fileOf({ db, query, today, whose: ofOrganisation(id) }, `${slug}-contracts.csv`)
  },
)

/** The product by whose name the service of a contract is told. */
const productOf = async (db: Db, contract: Contract) =>
  contract.service_from === 'product' && contract.service_id !== null
    ? (await listServicePhrases(db)).productsFor(contract.service_id, contract)[0]
    : undefined

const one = get(
  '/contracts/:id',
  { access: anyone, params: contractParams },
  async ({ db, clock, actor, params }) => {
    const joined = await findJoinedInto(db, params.id)
    if (joined) return moved(contractPath(joined))
    const contract = await findContract(db, params.id)
    const hidden = (await listHidden(db, 'contract', [contract.id])).get(contract.id) ?? null
    const isOwn = isLeadOf(actor, contract.organisation_id) || hasDuty(actor, 'curator')
    const statements = await listStatements(db, contract.id)
    const officers = await listPeople(
      db,
      statements.flatMap(({ personId }) => personId ?? []),
    )
    const { organisation } = contract
    const mayRead = isOwn || hidden === null
    return page({
      title: mayRead ? contract.title : 'Contract',
      description: `A contract of ${organisation.name}.`,
      unlisted: hidden !== null,
      way: (
        <Breadcrumbs
          items={[
            { label: 'Contracts', href: '/contracts' },
            { label: organisation.name, href: contractsPath(organisation.slug) },
          ]}
        />
      ),
      content: (
        <ContractPage
          contract={contract}
          product={await productOf(db, contract)}
          statements={statements}
          officers={officers}
          hidden={hidden}
          mayRead={mayRead}
          mayCorrect={isLeadOf(actor, contract.organisation_id)}
          today={inLondon(clock.now()).date}
        />
      ),
    })
  },
)

export const routes: Route[] = [list, listFile, ofOne, fileOfOne, one]
