import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { type Finding, screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { resolveService, type ServiceName } from '#features/services/index.ts'
import { isSpeaker, people, type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { type FormState, freshForm, type ReadForm, refuseForm } from '#plumbing/form.ts'
import { type Answer, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { changeAsset, publishAsset, reopenAsset, type Telling, withdrawAsset } from './actions.ts'
import { type Asset, assetPath, assetsPath, requireOwn } from './asset.ts'
import { assetForm, closingForm, type TypedAsset, textsOf, typedFrom } from './asset-form.ts'
import { resolveOrigins, showOrigins } from './origin-queries.ts'
import { findBySlug, listOrigins } from './queries.ts'
import { AssetFormPage } from './views/asset-form-page.tsx'
import { ForSuppliersPage } from './views/for-suppliers-page.tsx'
import { WithdrawPage } from './views/withdraw-page.tsx'

const perMinute = 60
const shared = { access: speakers, params: slugParams }

const changed =
  'A colleague changed this while you were writing. Go back to its page to see it, and make your change there'

type Told = { form: FormState; findings?: Finding[]; suggestions?: ServiceName[] }

/** Whether somebody speaks for a supplier just now: what suppliers sell is no thing to reuse. */
export async function isOfSupplier(db: Db, { actingFor: { id } }: Speaker): Promise<boolean> {
  return (await listOrganisationsById(db, [id])).get(id)?.kind === 'supplier'
}

export const forSuppliers = (site: Site, actor: Speaker, status: 200 | 403) =>
  page({
    title: 'Things to reuse come from those who made them for the public',
    unlisted: true,
    status,
    way: <BackLink href={assetsPath}>Back to things to reuse</BackLink>,
    content: (
      <ForSuppliersPage
        name={actor.actingFor.name}
        ways={site.slot('supplierWays').toSorted((a, b) => a.order - b.order)}
      />
    ),
  })

async function formPage(db: Db, actor: Speaker, asset: Asset | null, told: Told) {
  const { form, findings = [], suggestions = [] } = told
  return page({
    title: asset ? `Change: ${asset.title}` : 'Share something to reuse',
    unlisted: true,
    errors: form.errors,
    way: asset ? (
      <BackLink href={assetPath(asset.slug)}>Back to {asset.title}</BackLink>
    ) : (
      <BackLink href={assetsPath}>Back to things to reuse</BackLink>
    ),
    content: (
      <AssetFormPage
        asset={asset}
        organisation={actor.actingFor.name}
        form={form}
        findings={findings}
        suggestions={suggestions}
        isHeld={!asset && (await willBeHeld(db, actor))}
      />
    ),
  })
}

/** What to publish, or the page that asks to look at it again. */
async function readTelling(
  db: Db,
  actor: Speaker,
  form: ReadForm<TypedAsset>,
  show: (told: Told) => Promise<Answer>,
): Promise<(Telling & { seen: number }) | { again: Answer }> {
  if (!form.value) return { again: await show({ form }) }
  const { said, service, origins: addresses, seen, isScreened } = form.value
  const resolved = service ? await resolveService(db, service) : { match: null }
  if (resolved.match === undefined) {
    const { suggestions } = resolved
    const message =
      suggestions.length > 0 ? 'Choose the service you mean' : 'Write the name of a service, or leave it out'
    return { again: await show({ form: refuseForm(form.typed, 'for_service', message), suggestions }) }
  }
  const found = await resolveOrigins(db, actor, addresses)
  if ('unknown' in found) {
    const message = 'Write addresses of problems and projects on this site, one a line'
    return { again: await show({ form: refuseForm(form.typed, 'origins', message) }) }
  }
  const findings = isScreened ? [] : screenTexts(textsOf(said))
  if (findings.length > 0) return { again: await show({ form: freshForm(form.typed), findings }) }
  return { said: { ...said, service_id: resolved.match?.id ?? null }, origins: found.origins, seen }
}

const making: Route[] = [
  get(
    `${assetsPath}/new`,
    { access: people, examples: [`${assetsPath}/new`] },
    async ({ db, site, actor, url }) => {
      if (isSpeaker(actor))
        return (await isOfSupplier(db, actor))
          ? forSuppliers(site, actor, 200)
          : formPage(db, actor, null, { form: freshForm() })
      return page({
        title: 'For whom do you speak?',
        unlisted: true,
        way: <BackLink href={assetsPath}>Back to things to reuse</BackLink>,
        content: (
          <ForWhomPage
            says="Things to reuse are shared by those who speak for the organisation that made them"
            next={url.pathname + url.search}
            memberships={await listMembershipsOf(db, actor.id)}
          />
        ),
      })
    },
  ),
  post(
    assetsPath,
    { access: speakers, perMinute, form: assetForm },
    async ({ db, site, clock, actor, form }) => {
      if (await isOfSupplier(db, actor)) return forSuppliers(site, actor, 403)
      const read = await readTelling(db, actor, form, told => formPage(db, actor, null, told))
      if ('again' in read) return read.again
      return redirect(assetPath(await publishAsset(db, clock, actor, read)))
    },
  ),
]

type OnAsset = Pick<RouteContext<unknown, { slug: string }, unknown, Speaker>, 'db' | 'actor' | 'params'>

/** The asset of the speaker's organisation at this address. */
export const findOwn = async ({ db, actor, params }: OnAsset): Promise<Asset> =>
  requireOwn(actor, await findBySlug(db, params.slug))

const changing: Route[] = [
  get(
    `${assetsPath}/:slug/words`,
    { ...shared, examples: [`${assetsPath}/slotkeeper/words`] },
    async ({ db, actor, params }) => {
      const asset = await findOwn({ db, actor, params })
      const origins = await showOrigins(db, actor, await listOrigins(db, asset.id))
      const typed = typedFrom(
        asset,
        origins.map(({ path }) => path),
      )
      return formPage(db, actor, asset, { form: freshForm(typed) })
    },
  ),
  post(
    `${assetsPath}/:slug/words`,
    { ...shared, perMinute, form: assetForm },
    async ({ db, clock, actor, params, form }) => {
      const asset = await findOwn({ db, actor, params })
      const show = (told: Told) => formPage(db, actor, asset, told)
      const read = await readTelling(db, actor, form, show)
      if ('again' in read) return read.again
      const became = await changeAsset(db, clock, actor, { slug: asset.slug, ...read })
      if (became === 'stale') return show({ form: refuseForm(form.typed, 'title', changed) })
      return redirect(assetPath(asset.slug))
    },
  ),
]

const withdrawalPage = (asset: Asset, form: FormState) =>
  page({
    title: `Withdraw: ${asset.title}`,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={assetPath(asset.slug)}>Back to {asset.title}</BackLink>,
    content: <WithdrawPage asset={asset} form={form} />,
  })

const closing: Route[] = [
  get(
    `${assetsPath}/:slug/withdrawal`,
    { ...shared, examples: [`${assetsPath}/slotkeeper/withdrawal`] },
    async context => {
      const asset = await findOwn(context)
      if (asset.state === 'withdrawn') throw failure('absent', '')
      return withdrawalPage(asset, freshForm())
    },
  ),
  post(
    `${assetsPath}/:slug/withdrawal`,
    { ...shared, perMinute, form: closingForm },
    async ({ db, clock, actor, params, form }) => {
      const asset = await findOwn({ db, actor, params })
      if (!form.value) return withdrawalPage(asset, form)
      await withdrawAsset(db, clock, actor, { slug: asset.slug, ...form.value })
      return redirect(assetPath(asset.slug))
    },
  ),
  post(`${assetsPath}/:slug/publication`, { ...shared, perMinute }, async ({ db, clock, actor, params }) => {
    await reopenAsset(db, clock, actor, params.slug)
    return redirect(assetPath(params.slug))
  }),
]

export const writingRoutes: Route[] = [...making, ...changing, ...closing]
