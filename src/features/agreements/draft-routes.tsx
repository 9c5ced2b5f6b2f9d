import { z } from 'zod'
import { type Collaboration, findOwn } from '#features/collaborations/index.ts'
import { isLeadOf, type Speaker, speakers } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { agreementPath, clausePath, versionPath } from './agreement.ts'
import { clauseForm, fixForm, omissionForm, placeForm, termsForm } from './agreement-form.ts'
import { compared } from './agreement-text.ts'
import { readBlanks, typedIn } from './blanks.ts'
import { type Filled, wayOf } from './clause.ts'
import { clauseOf } from './clause-library.ts'
import { openFor, resolvedFor, settle } from './draft.ts'
import { beginDraft, changeClause, moveClause, setTerms, takeUpResolutions } from './draft-actions.ts'
import type { Drafted } from './draft-queries.ts'
import { findOwnDraft } from './reading-queries.ts'
import { sha256 } from './signature-record.ts'
import { fixVersion } from './version-actions.ts'
import { ClausePage } from './views/clause-page.tsx'
import { DraftPage } from './views/draft-page.tsx'
import { TermsPage } from './views/terms-page.tsx'

const perMinute = 60
const clauseParams = slugParams.extend({ key: z.string().regex(/^[a-z-]{1,60}$/) })
const wayQuery = z.object({ way: z.string().max(40).optional().catch(undefined) })

const AgreementWay = ({ slug }: { slug: string }) => (
  <BackLink href={agreementPath(slug)}>Back to the agreement</BackLink>
)

const beginning: Route[] = [
  post(
    '/projects/:slug/collaboration/agreement',
    { access: speakers, params: slugParams, perMinute },
    async ({ db, clock, actor, params }) => {
      await beginDraft(db, clock, actor, await findOwn(db, actor, params.slug))
      return redirect(agreementPath(params.slug), { done: 'agreement-begun' })
    },
  ),
  post(
    '/projects/:slug/collaboration/agreement/resolutions',
    { access: speakers, params: slugParams, perMinute },
    async ({ db, clock, actor, params }) => {
      await takeUpResolutions(db, clock, actor, await findOwn(db, actor, params.slug))
      return redirect(agreementPath(params.slug), { done: 'agreement-resolutions' })
    },
  ),
]

type Editing = Drafted & { collaboration: Collaboration }

/** `meanwhile`: what somebody typed while another changed the clause. */
function clausePage(
  { collaboration, draft, parties, canvas, settled }: Editing,
  { key, way: wanted, form, meanwhile }: { key: string; way?: string; form?: FormState; meanwhile?: Filled },
) {
  const clause = draft.clauses.find(found => found.key === key)
  if (!clause) throw failure('absent', '')
  const template = clauseOf(key)
  const way = template && wayOf(template, wanted ?? clause.way)
  const filled = way?.key === clause.way ? clause.filled : {}
  const stands = settle(clause, { parties, canvas })
  const order = settled.map(each => each.key)
  return page({
    title: `${stands.title}: agreement on ${collaboration.plan.said.title}`,
    unlisted: true,
    status: meanwhile ? 409 : undefined,
    errors: form?.errors,
    way: <AgreementWay slug={collaboration.plan.slug} />,
    content: (
      <ClausePage
        collaboration={collaboration}
        clause={clause}
        template={template}
        way={way}
        form={form ?? freshForm(way ? typedIn(way, filled, parties) : {})}
        parties={parties}
        stands={stands}
        resolutions={resolvedFor(canvas, key)}
        open={openFor(canvas, key)}
        place={{ at: order.indexOf(key), of: order.length }}
        typed={
          meanwhile && way
            ? settle({ ...clause, way: way.key, filled: meanwhile }, { parties, canvas })
            : undefined
        }
      />
    ),
  })
}

const clauses: Route[] = [
  get(
    '/projects/:slug/collaboration/agreement/clauses/:key',
    {
      access: speakers,
      params: clauseParams,
      query: wayQuery,
      examples: ['/projects/fewer-missed-bins/collaboration/agreement/clauses/costs'],
    },
    async ({ db, clock, actor, params, query }) =>
      clausePage(await findOwnDraft(db, clock, actor, params.slug), { key: params.key, way: query.way }),
  ),
  post(
    '/projects/:slug/collaboration/agreement/clauses/:key',
    { access: speakers, params: clauseParams, form: clauseForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const drafted = await findOwnDraft(db, clock, actor, params.slug)
      const template = clauseOf(params.key)
      if (!template || !form.value) throw failure('absent', '')
      const way = wayOf(template, form.value.way)
      const { filled, errors } = readBlanks(way, form.typed, drafted.parties)
      if (errors.length > 0)
        return clausePage(drafted, { key: params.key, way: way.key, form: { typed: form.typed, errors } })
      const isSaved = await changeClause(db, clock, actor, {
        collaboration: drafted.collaboration,
        key: params.key,
        edition: form.value.edition,
        change: { isIn: true, way: way.key, filled },
      })
      if (isSaved) return redirect(agreementPath(params.slug), { done: 'agreement-clause' })
      return clausePage(await findOwnDraft(db, clock, actor, params.slug), {
        key: params.key,
        way: way.key,
        form: freshForm(form.typed),
        meanwhile: filled,
      })
    },
  ),
  post(
    '/projects/:slug/collaboration/agreement/clauses/:key/omission',
    { access: speakers, params: clauseParams, form: omissionForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      if (!form.value) throw failure('absent', '')
      const { edition, is } = form.value
      const change = { isIn: is === 'in' }
      if (!(await changeClause(db, clock, actor, { collaboration, key: params.key, edition, change })))
        throw failure('conflict', 'Somebody else has changed this clause meanwhile. Look at it again.')
      return redirect(agreementPath(params.slug), { done: change.isIn ? 'agreement-in' : 'agreement-out' })
    },
  ),
  post(
    '/projects/:slug/collaboration/agreement/clauses/:key/place',
    { access: speakers, params: clauseParams, form: placeForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const isUp = form.value?.to === 'up'
      await moveClause(db, clock, actor, { collaboration, key: params.key, isUp })
      return redirect(clausePath(params.slug, params.key), { done: 'agreement-moved' })
    },
  ),
]

function termsPage({ collaboration }: Editing, actor: Speaker, form: FormState) {
  return page({
    title: `Who sees it, review and end: agreement on ${collaboration.plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    way: <AgreementWay slug={collaboration.plan.slug} />,
    content: (
      <TermsPage
        collaboration={collaboration}
        form={form}
        organisation={actor.actingFor.name}
        isLead={isLeadOf(actor, actor.actingFor.id)}
      />
    ),
  })
}

const terms: Route[] = [
  get(
    '/projects/:slug/collaboration/agreement/terms',
    {
      access: speakers,
      params: slugParams,
      examples: ['/projects/fewer-missed-bins/collaboration/agreement/terms'],
    },
    async ({ db, clock, actor, params }) => {
      const drafted = await findOwnDraft(db, clock, actor, params.slug)
      const { visibility, reviewOn, endsOn } = drafted.draft
      const typed = { visibility, review_on: reviewOn ?? '', ends_on: endsOn ?? '' }
      return termsPage(drafted, actor, freshForm(typed))
    },
  ),
  post(
    '/projects/:slug/collaboration/agreement/terms',
    { access: speakers, params: slugParams, form: termsForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const drafted = await findOwnDraft(db, clock, actor, params.slug)
      if (!form.value) return termsPage(drafted, actor, form)
      const { visibility, review_on, ends_on } = form.value
      await setTerms(db, clock, actor, {
        collaboration: drafted.collaboration,
        terms: { visibility, reviewOn: review_on, endsOn: ends_on },
      })
      return redirect(agreementPath(params.slug), { done: 'agreement-terms' })
    },
  ),
]

const fixing: Route[] = [
  get(
    '/projects/:slug/collaboration/agreement/draft',
    {
      access: speakers,
      params: slugParams,
      examples: ['/projects/fewer-missed-bins/collaboration/agreement/draft'],
    },
    async ({ db, clock, actor, params }) => {
      const { collaboration, agreement, settled, text } = await findOwnDraft(db, clock, actor, params.slug)
      const latest = agreement.versions[0]
      return page({
        title: `Draft of the agreement on ${collaboration.plan.said.title}`,
        unlisted: true,
        way: <AgreementWay slug={params.slug} />,
        content: (
          <DraftPage
            slug={params.slug}
            text={text}
            seen={sha256(text)}
            settled={settled}
            latest={latest && { number: latest.number, said: compared(latest.text, text) }}
            organisation={actor.actingFor.name}
            isLead={isLeadOf(actor, actor.actingFor.id)}
          />
        ),
      })
    },
  ),
  post(
    '/projects/:slug/collaboration/agreement/versions',
    { access: speakers, params: slugParams, form: fixForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const number = await fixVersion(db, clock, actor, { collaboration, seen: form.value?.seen ?? '' })
      return redirect(versionPath(params.slug, number), { done: 'agreement-fixed' })
    },
  ),
]

export const draftRoutes: Route[] = [...beginning, ...clauses, ...terms, ...fixing]
