import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { curators } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { beginGuide, discardDraft, publishDraft, restoreVersion, saveDraft } from './actions.ts'
import { type GuideKind, guidePath, guidesPath, newGuidePath } from './guide.ts'
import { guideForm } from './guide-form.ts'
import { wrongMarkers } from './known-markers.ts'
import { fillWords } from './markers.ts'
import { findGuide, findWritten, type Written } from './queries.ts'
import { withFigures } from './routes.tsx'
import { differencesFrom } from './versions.ts'
import { PreviewPage } from './views/preview-page.tsx'
import { WritingPage } from './views/writing-page.tsx'

const shared = { access: curators, params: slugParams }

const wayBack = (written: Pick<Written, 'slug' | 'version'>) =>
  written.version === null ? (
    <BackLink href={guidesPath}>Back to the guides</BackLink>
  ) : (
    <BackLink href={guidePath(written.slug)}>Back to the page</BackLink>
  )

const newPage = (form: FormState) =>
  page({
    title: 'Write a guide',
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={guidesPath}>Back to the guides</BackLink>,
    content: (
      <WritingPage action={newGuidePath} heading="Write a guide" kind="guide" slug={null} form={form} />
    ),
  })

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
        slug={written.slug}
        form={form}
      />
    ),
  })

/** The draft as it is, or what everyone reads, to begin a draft from. */
async function formFrom(db: Db, { slug, draft }: Written): Promise<FormState> {
  const { title, summary, words, shows } = draft ?? (await findGuide(db, slug))
  return freshForm({
    title,
    summary,
    words,
    shows,
    note: draft?.note ?? '',
    revision: String(draft?.revision ?? 0),
  })
}

/** The words of the form, or the form again where they have markers that nothing stands for. */
const refusedMarkers = (form: FormState, slug: string | null, kind: GuideKind, words: string) => {
  const wrong = wrongMarkers(words, kind, slug)
  return wrong && refuseForm(form.typed, 'words', wrong)
}

const outdated =
  'Somebody else has saved this draft since you opened it. Open it in another window, put your change in there, and save it'

const begin: Route[] = [
  get(newGuidePath, { access: curators, examples: [newGuidePath] }, async () => newPage(freshForm())),
  post(newGuidePath, { access: curators, form: guideForm }, async ({ db, clock, actor, form }) => {
    if (!form.value) return newPage(form)
    const { revision: _, ...said } = form.value
    const refused = refusedMarkers(form, null, 'guide', said.words)
    if (refused) return newPage(refused)
    const slug = await beginGuide(db, clock, actor, said)
    return redirect(`${guidePath(slug)}/preview`)
  }),
]

const edit: Route[] = [
  get(
    '/guides/:slug/edit',
    { ...shared, examples: ['/guides/networking/edit'] },
    async ({ db, params: { slug } }) => {
      const written = await findWritten(db, slug)
      return editPage(written, await formFrom(db, written))
    },
  ),
  post('/guides/:slug/edit', { ...shared, form: guideForm }, async ({ db, clock, actor, params, form }) => {
    const written = await findWritten(db, params.slug)
    if (!form.value) return editPage(written, form)
    const { revision, ...said } = form.value
    const refused = refusedMarkers(form, written.slug, written.kind, said.words)
    if (refused) return editPage(written, refused)
    const outcome = await saveDraft(db, clock, actor, { slug: params.slug, said, revision })
    if (outcome === 'outdated') return editPage(written, refuseForm(form.typed, 'words', outdated), 409)
    return redirect(`${guidePath(params.slug)}/preview`)
  }),
]

const preview = get('/guides/:slug/preview', shared, async ({ db, clock, params: { slug } }) => {
  const written = await findWritten(db, slug)
  const { draft, version, kind } = written
  if (!draft) throw failure('absent', '')
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
        words={kind === 'template' ? fillWords(draft.words, {}) : await withFigures(db, today, draft.words)}
        differences={version === null ? null : differencesFrom(await findGuide(db, slug), draft)}
      />
    ),
  })
})

const publicationForm = z.object({ revision: z.coerce.number().int().catch(0) })

const decide: Route[] = [
  post(
    '/guides/:slug/publication',
    { ...shared, form: publicationForm },
    async ({ db, clock, actor, params: { slug }, form }) => {
      await publishDraft(db, clock, actor, { slug, revision: form.value?.revision ?? 0 })
      return redirect(guidePath(slug), { done: 'guide-published' })
    },
  ),
  post('/guides/:slug/draft-removal', shared, async ({ db, clock, actor, params: { slug } }) => {
    await discardDraft(db, clock, actor, slug)
    return redirect(guidesPath, { done: 'guide-draft-discarded' })
  }),
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

export const routes: Route[] = [...begin, ...edit, preview, ...decide]
