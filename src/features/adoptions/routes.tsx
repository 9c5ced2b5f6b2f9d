import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { type Asset, assetPath, findAsset, isFindableAsset, publicAsset } from '#features/assets/index.ts'
import { type Finding, screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { anyone, isSpeaker, people, type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { endAdoption, sayAdoption, whyNot } from './actions.ts'
import { adoptionForm, textsOf, typedFrom } from './adoption-form.ts'
import { publicAdoption } from './public-adoption.ts'
import { findOwn, listOfAsset } from './queries.ts'
import { AdoptionFormPage } from './views/adoption-form-page.tsx'

const perMinute = 60

const changed =
  'A colleague changed this while you were writing. Look at its page, and make your change to what stands there'

const wayTo = ({ slug, title }: Asset) => <BackLink href={assetPath(slug)}>Back to {title}</BackLink>

/** Something that everyone may see: absent for all others. */
async function findShown(db: Db, slug: string): Promise<Asset> {
  const asset = await findAsset(db, slug)
  if (asset.hidden) throw failure('absent', '')
  return asset
}

const turnedAway = (asset: Asset, refusal: string) => {
  const title = 'This is for others to say'
  return page({
    title,
    unlisted: true,
    status: 403,
    way: wayTo(asset),
    content: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{refusal}</p>
      </>
    ),
  })
}

async function formPage(
  db: Db,
  actor: Speaker,
  asset: Asset,
  told: { form?: FormState; findings?: Finding[] },
) {
  const { form, findings = [] } = told
  const refusal = await whyNot(db, actor, asset)
  if (refusal) return turnedAway(asset, refusal)
  const own = await findOwn(db, asset.id, actor.actingFor.id)
  const stands = own !== undefined && own.endedAt === null
  if (!isFindableAsset(asset) && !stands) throw failure('absent', '')
  return page({
    title: `${actor.actingFor.name} and ${asset.title}`,
    unlisted: true,
    errors: form?.errors,
    way: wayTo(asset),
    content: (
      <AdoptionFormPage
        asset={asset}
        organisation={actor.actingFor.name}
        form={form ?? freshForm(stands ? typedFrom(own) : {})}
        seen={own?.number ?? 0}
        stands={stands}
        findings={findings}
        isHeld={await willBeHeld(db, actor)}
      />
    ),
  })
}

/** What the files of data say of one asset, with those who took it on. */
const asData = get(
  '/reuse/:slug/asset.json',
  { access: anyone, perMinute, params: slugParams },
  async ({ db, params: { slug } }) => {
    const asset = await findAsset(db, slug)
    if (!isFindableAsset(asset)) throw failure('absent', '')
    const counted = (await listOfAsset(db, asset.id)).filter(({ hidden, isExpired }) => !hidden && !isExpired)
    const adoptions = counted.map(adoption => publicAdoption(adoption, asset))
    return download({
      type: 'application/json; charset=utf-8',
      filename: `${slug}.json`,
      body: JSON.stringify({ ...publicAsset(asset), adoptions }, null, 2),
    })
  },
)

export const routes: Route[] = [
  asData,

  get(
    '/reuse/:slug/adoption',
    { access: people, params: slugParams, examples: ['/reuse/slotkeeper/adoption'] },
    async ({ db, actor, params, url }) => {
      const asset = await findShown(db, params.slug)
      if (isSpeaker(actor)) return formPage(db, actor, asset, {})
      return page({
        title: 'For whom do you speak?',
        unlisted: true,
        way: wayTo(asset),
        content: (
          <ForWhomPage
            says="That an organisation took something on is said by those who speak for it"
            next={url.pathname + url.search}
            memberships={await listMembershipsOf(db, actor.id)}
          />
        ),
      })
    },
  ),

  post(
    '/reuse/:slug/adoptions',
    { access: speakers, perMinute, params: slugParams, form: adoptionForm },
    async ({ db, clock, actor, params, form }) => {
      const asset = await findShown(db, params.slug)
      if (!form.value) return formPage(db, actor, asset, { form })
      const { said, seen, isScreened } = form.value
      const findings = isScreened ? [] : screenTexts(textsOf(said))
      if (findings.length > 0) return formPage(db, actor, asset, { form: freshForm(form.typed), findings })
      const saved = await sayAdoption(db, clock, actor, { slug: asset.slug, said, seen })
      if (saved === 'stale')
        return formPage(db, actor, asset, { form: refuseForm(form.typed, 'state', changed) })
      const done = saved.isHeld ? 'adoption-held' : 'adoption-said'
      return redirect(assetPath(asset.slug), { done })
    },
  ),

  post(
    '/reuse/:slug/adoption/withdrawal',
    { access: speakers, perMinute, params: slugParams },
    async ({ db, clock, actor, params }) => {
      await endAdoption(db, clock, actor, params.slug)
      return redirect(assetPath(params.slug), { done: 'adoption-ended' })
    },
  ),
]
