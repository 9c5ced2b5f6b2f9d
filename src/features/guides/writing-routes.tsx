import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { curators, type Person } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import {
  beginGuide,
  discardDraft,
  publishDraft,
  putBackGuide,
  restoreVersion,
  saveDraft,
  withdrawGuide,
} from './actions.ts'
import { type Guide, type GuideKind, guidePath, guidesPath, newGuidePath, type SourceKind } from './guide.ts'
import { guideForm, newGuideForm, newGuideQuery, withdrawalForm } from './guide-form.ts'
import { wrongMarkers } from './known-markers.ts'
import { fillWords } from './markers.ts'
import { findGuide, findWritten, type Written } from './queries.ts'
import { withFigures, withLivingLinks } from './routes.tsx'
import { differencesFrom } from './versions.ts'
import { PreviewPage } from './views/preview-page.tsx'
import { WithdrawalPage } from './views/withdrawal-page.tsx'
import { WritingPage } from './views/writing-page.tsx'

const shared = { access: curators, params: slugParams }

const wayBack = (written: Pick<Written, 'slug' | 'version'>) =>
  written.version === null ? (
    <BackLink href={guidesPath}>Back to the guides</BackLink>
  ) : (
    <BackLink href={guidePath(written.slug)}>Back to the page</BackLink>
  )

function newPage(kind: 'guide' | 'template', form: FormState) {
  const title = `Write a ${kind}`
  return page({
    title,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={guidesPath}>Back to the guides</BackLink>,
    content: <WritingPage action={newGuidePath} heading={title} kind={kind} isNew form={form} />,
  })
}

const editPage = (written: Written, form: FormState, status?: number) =>
  page({
    title: 'Edit this page',
    unlisted: true,
    status,
    errors: form.errors,
    way: wayBack(written),
    content: (
      <WritingPage
        action={`${guidePath(written.slug)}/edit`}
        heading={[form.typed.title].flat()[0] || 'Edit this page'}
        kind={written.kind}
        form={form}
      />
    ),
  })

/** The draft as it is, or what everyone reads, to begin a draft from. */
async function formFrom(db: Db, actor: Person, { slug, draft, revision }: Written): Promise<FormState> {
  const { title, summary, words, shows, fills } = draft ?? (await findGuide(db, actor, slug))
  return freshForm({
    title,
    summary,
    words,
    shows,
    fills,
    note: draft?.note ?? '',
    revision: String(revision),
  })
}

/** The words of the form, or the form again where they have markers that nothing stands for. */
const refusedMarkers = (form: FormState, kind: GuideKind, { words, fills }: Filled) => {
  const wrong = wrongMarkers(words, kind, fills)
  return wrong && refuseForm(form.typed, 'words', wrong)
}
type Filled = { words: string; fills: SourceKind[] }

const outdated =
  'Somebody else has saved or published this since you opened it. Open it in another window, put your change in there, and save it'

const begin: Route[] = [
  get(
    newGuidePath,
    { access: curators, query: newGuideQuery, examples: [newGuidePath, `${newGuidePath}?kind=template`] },
    async ({ query: { kind } }) => newPage(kind, freshForm()),
  ),
  post(newGuidePath, { access: curators, form: newGuideForm }, async ({ db, clock, actor, form }) => {
    if (!form.value) return newPage(newGuideQuery.parse(form.typed).kind, form)
    const { kind, ...said } = form.value
    const refused = refusedMarkers(form, kind, said)
    if (refused) return newPage(kind, refused)
    const slug = await beginGuide(db, clock, actor, { kind, said })
    return redirect(`${guidePath(slug)}/preview`)
  }),
]

const edit: Route[] = [
  get(
    '/guides/:slug/edit',
    { ...shared, examples: ['/guides/networking/edit'] },
    async ({ db, actor, params: { slug } }) => {
      const written = await findWritten(db, slug)
      return editPage(written, await formFrom(db, actor, written))
    },
  ),
  post('/guides/:slug/edit', { ...shared, form: guideForm }, async ({ db, clock, actor, params, form }) => {
    const written = await findWritten(db, params.slug)
    if (!form.value) return editPage(written, form)
    const { revision, ...said } = form.value
    const refused = refusedMarkers(form, written.kind, said)
    if (refused) return editPage(written, refused)
    const outcome = await saveDraft(db, clock, actor, { slug: params.slug, said, revision })
    if (outcome === 'outdated') return editPage(written, refuseForm(form.typed, 'words', outdated), 409)
    return redirect(`${guidePath(params.slug)}/preview`)
  }),
]

const preview = get('/guides/:slug/preview', shared, async ({ db, clock, actor, params: { slug } }) => {
  const written = await findWritten(db, slug)
  const { draft, version, kind, isWithdrawn, revision } = written
  if (!draft) throw failure('absent', '')
  const words = await withLivingLinks(db, draft.words)
  const today = inLondon(clock.now()).date
  const people = await listPeople(db, draft.personId ? [draft.personId] : [])
  return page({
    title: `Preview: ${draft.title}`,
    unlisted: true,
    way: wayBack(written),
    content: (
      <PreviewPage
        slug={slug}
        kind={kind}
        draft={draft}
        savedBy={people.get(draft.personId ?? '')?.name ?? 'a curator'}
        words={kind === 'template' ? fillWords(words, {}) : await withFigures(db, today, words)}
        isWithdrawn={isWithdrawn}
        revision={revision}
        differences={version === null ? null : differencesFrom(await findGuide(db, actor, slug), draft)}
      />
    ),
  })
})

const withdrawalPage = (guide: Guide, form: FormState) =>
  page({
    title: `Withdraw: ${guide.title}`,
    unlisted: true,
    errors: form.errors,
    way: wayBack(guide),
    content: <WithdrawalPage guide={guide} form={form} />,
  })

const withdraw: Route[] = [
  get(
    '/guides/:slug/withdrawal',
    { ...shared, examples: ['/guides/networking/withdrawal'] },
    async ({ db, actor, params: { slug } }) => {
      const guide = await findGuide(db, actor, slug)
      if (guide.isWithdrawn) throw failure('absent', '')
      return withdrawalPage(guide, freshForm())
    },
  ),
  post(
    '/guides/:slug/withdrawal',
    { ...shared, form: withdrawalForm },
    async ({ db, clock, actor, params: { slug }, form }) => {
      if (!form.value) return withdrawalPage(await findGuide(db, actor, slug), form)
      await withdrawGuide(db, clock, actor, { slug, ...form.value })
      return redirect(guidePath(slug), { done: 'guide-withdrawn' })
    },
  ),
  post('/guides/:slug/withdrawal/ending', shared, async ({ db, clock, actor, params: { slug } }) => {
    await putBackGuide(db, clock, actor, slug)
    return redirect(guidePath(slug), { done: 'guide-put-back' })
  }),
]

const draftForm = z.object({ revision: z.coerce.number().int().catch(0) })

const decide: Route[] = [
  post(
    '/guides/:slug/publication',
    { ...shared, form: draftForm },
    async ({ db, clock, actor, params: { slug }, form }) => {
      await publishDraft(db, clock, actor, { slug, revision: form.value?.revision ?? 0 })
      return redirect(guidePath(slug), { done: 'guide-published' })
    },
  ),
  post(
    '/guides/:slug/draft-removal',
    { ...shared, form: draftForm },
    async ({ db, clock, actor, params: { slug }, form }) => {
      await discardDraft(db, clock, actor, { slug, revision: form.value?.revision ?? 0 })
      return redirect(guidesPath, { done: 'guide-draft-discarded' })
    },
  ),
  post(
    '/guides/:slug/versions/:number/restoration',
    {
      access: curators,
      params: slugParams.extend({ number: z.coerce.number().int().min(1).max(100_000) }),
    },
    async ({ db, clock, actor, params }) => {
      await restoreVersion(db, clock, actor, params)
      return redirect(`${guidePath(params.slug)}/preview`)
    },
  ),
]

export const routes: Route[] = [...begin, ...edit, preview, ...decide, ...withdraw]
