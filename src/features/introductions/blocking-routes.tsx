import { z } from 'zod'
import {
  findOrganisation,
  type OrganisationName,
  organisationPath,
  resolveOrganisationTyped,
} from '#features/organisations/index.ts'
import { isLeadOf, type Speaker, speakers } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm, requiredText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { block } from './blocking-actions.ts'
import { deleteBlock, listBlocks } from './stored-blocks.ts'
import { BlocksPage } from './views/blocks-page.tsx'

const root = '/organisations/:slug/introduction-blocks'
const params = slugParams

/** Where a lead says from whom nothing more is wanted. */
export const blockPath = (slug: string, name?: string) =>
  `${organisationPath(slug)}/introduction-blocks${name ? `?${new URLSearchParams({ name })}` : ''}`

const query = z.object({ name: z.string().max(200).optional().catch(undefined) })
const form = z.object({ organisation: requiredText('Write the name of an organisation', 200) })

type Context = Pick<RouteContext<unknown, { slug: string }, unknown, Speaker>, 'db' | 'actor' | 'params'>

/** Only a lead who acts for it finds anything here. */
async function findOwn({ db, actor, params: { slug } }: Context): Promise<OrganisationName> {
  const organisation = await findOrganisation(db, slug)
  if (actor.actingFor.id !== organisation.id || !isLeadOf(actor, organisation.id)) throw failure('absent', '')
  return organisation
}

async function blocksPage(context: Context, form: FormState, suggestions?: OrganisationName[]) {
  const organisation = await findOwn(context)
  return page({
    title: 'Who may not ask to meet you',
    unlisted: true,
    errors: form.errors,
    way: <Breadcrumbs items={[{ label: organisation.name, href: organisationPath(organisation.slug) }]} />,
    content: (
      <BlocksPage
        organisation={organisation}
        blocks={await listBlocks(context.db, organisation.id)}
        action={blockPath(organisation.slug)}
        form={form}
        suggestions={suggestions}
      />
    ),
  })
}

export const blockingRoutes: Route[] = [
  get(
    root,
    { access: speakers, params, query, examples: ['/organisations/leeds-city-council/introduction-blocks'] },
    context => blocksPage(context, freshForm({ organisation: context.query.name })),
  ),

  post(root, { access: speakers, params, form }, async context => {
    const own = await findOwn(context)
    const { db, clock, actor, form } = context
    if (!form.value) return blocksPage(context, form)
    const { match, suggestions } = await resolveOrganisationTyped(db, form.value.organisation)
    if (!match)
      return blocksPage(
        context,
        refuseForm(form.typed, 'organisation', 'Choose or write the name of an organisation'),
        suggestions,
      )
    if (match.id === own.id)
      return blocksPage(context, refuseForm(form.typed, 'organisation', 'This is your own organisation'))
    await block(db, clock, actor, match.id)
    return redirect(blockPath(own.slug), { done: 'introductions-blocked' })
  }),

  post(
    `${root}/removal`,
    { access: speakers, params, form: z.object({ blocked: z.uuid() }) },
    async context => {
      const own = await findOwn(context)
      const { db, form } = context
      if (form.value) await deleteBlock(db, { organisationId: own.id, blockedId: form.value.blocked })
      return redirect(blockPath(own.slug), { done: 'introductions-unblocked' })
    },
  ),
]
