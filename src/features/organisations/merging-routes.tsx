import { z } from 'zod'
import { curators, type Person } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm, requiredText, tick } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { fieldIn } from '#ui/form.tsx'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { findMergeOf, listKeptMerges } from './merge-queries.ts'
import { mergeOrganisations, undoMerge } from './merging-actions.ts'
import { mergesPath, mergingPath } from './moves.ts'
import { type OrganisationName, organisationPath } from './organisation.ts'
import { findOrganisation } from './page-queries.ts'
import { listOrganisationsById } from './queries.ts'
import { resolveOrganisationTyped } from './resolve.ts'
import { countMoving } from './stored-moves.ts'
import { MergesPage } from './views/merges-page.tsx'
import { MergingPage, type MovingCount } from './views/merging-page.tsx'

const access = curators
const params = slugParams
const query = z.object({ into: z.string().max(200).optional() })
const shownAtMost = 100

const mergingForm = z.object({
  into: requiredText('Write the name of the other organisation', 200),
  reason: requiredText('Say why: everyone can read it', 500),
  /** What will change was seen. */
  seen: tick,
})

type Context = Pick<RouteContext<unknown, { slug: string }, unknown, Person>, 'db' | 'site' | 'params'>

async function mergingPage({ db, site, params }: Context, form: FormState, into?: OrganisationName) {
  const organisation = await findOrganisation(db, params.slug)
  if (organisation.kind === 'council') throw failure('absent', '')
  const merge = await findMergeOf(db, organisation.id)
  const counts: MovingCount[] = []
  for (const move of into ? site.slot('organisationMoves') : [])
    counts.push({
      label: move.label,
      says: move.says,
      count: await countMoving(db, move, organisation.id),
    })
  const { suggestions = [] } = into
    ? {}
    : await resolveOrganisationTyped(db, (fieldIn(form, 'into').value ?? '').slice(0, 200))
  return page({
    title: `Merge ${organisation.name} into another`,
    unlisted: true,
    errors: form.errors,
    way: (
      <Breadcrumbs
        items={[
          { label: organisation.name, href: organisationPath(organisation.slug) },
          { label: 'Merge into another' },
        ]}
      />
    ),
    content: (
      <MergingPage
        organisation={organisation}
        merge={merge}
        further={merge && (await findMergeOf(db, merge.to.id))}
        form={form}
        suggestions={suggestions}
        preview={into && { into, counts }}
      />
    ),
  })
}

export const routes: Route[] = [
  get(mergesPath, { access, examples: [mergesPath] }, async ({ db, site }) => {
    const lists = site.slot('curatedChanges').map(({ list }) => list(db, shownAtMost))
    const changes = (await Promise.all(lists)).flat()
    return page({
      title: 'Merges and renames',
      unlisted: true,
      content: (
        <MergesPage
          merges={await listKeptMerges(db, shownAtMost)}
          changes={changes.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, shownAtMost)}
        />
      ),
    })
  }),

  get(mergingPath(':slug'), { access, params, query, examples: [mergingPath('dxw')] }, context =>
    mergingPage(context, freshForm(context.query)),
  ),

  post(mergingPath(':slug'), { access, params, form: mergingForm }, async context => {
    const { db, site, clock, actor, params, form } = context
    const organisation = await findOrganisation(db, params.slug)
    if (organisation.kind === 'council') throw failure('absent', '')
    if (!form.value) return mergingPage(context, form)
    const { into: typed, reason, seen } = form.value
    const { match } = await resolveOrganisationTyped(db, typed)
    const found = match && (await listOrganisationsById(db, [match.id])).get(match.id)
    const refuse = (message: string) => mergingPage(context, refuseForm(form.typed, 'into', message))
    if (!found) return refuse('Choose an organisation that has a page here')
    if (found.kind === 'council') return refuse(`${found.name} is a council`)
    if (found.id === organisation.id) return refuse('Choose another organisation than itself')
    if (!seen) return mergingPage(context, freshForm(form.typed), found)
    await mergeOrganisations({ db, site, clock, actor }, { fromId: organisation.id, toId: found.id, reason })
    return redirect(organisationPath(found.slug), { done: 'organisation-merged' })
  }),

  post(`${mergingPath(':slug')}/undoing`, { access, params }, async ({ db, site, clock, actor, params }) => {
    const organisation = await findOrganisation(db, params.slug)
    await undoMerge({ db, site, clock, actor }, organisation.id)
    return redirect(organisationPath(organisation.slug), { done: 'organisation-unmerged' })
  }),
]
