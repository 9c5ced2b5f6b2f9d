import { anyone } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { requiredChoice } from '#plumbing/form.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { wordType } from '#ui/word.ts'
import { type Known, loadKnown } from './filling-queries.ts'
import { guidePath } from './guide.ts'
import { isPublic, originOf, valuesOf } from './known-values.ts'
import { fillTemplate, fillWords } from './markers.ts'
import { findGuide } from './queries.ts'
import { withLivingLinks } from './routes.tsx'
import { copyPath, readSource, type Source, sourceShape } from './sources.ts'
import { type Copy, templateAsText, templateAsWord } from './template-word.ts'
import { countUse } from './use-actions.ts'
import { CopyPage } from './views/copy-page.tsx'

const perMinute = 60

type Asking = Pick<RouteContext, 'db' | 'clock' | 'actor' | 'config'>

async function findTemplate({ db, actor }: Pick<Asking, 'db' | 'actor'>, slug: string) {
  const guide = await findGuide(db, actor, slug)
  if (guide.kind !== 'template') throw failure('absent', '')
  return guide
}

const closingOf = (title: string, known: Known | null) => {
  const template = `Template “${title}” of Pipeline`
  const origin = known && originOf(known)
  if (!origin) return `${template}.`
  return isPublic(known!)
    ? `${template}, filled from ${origin.says}, which everyone can read.`
    : `${template}, filled from ${origin.says}. That is not public: look who may read it before you pass this on.`
}

/** A template as it is, or filled from what this actor may read. */
async function makeCopy({ db, clock, actor, config }: Asking, slug: string, source: Source | null) {
  const guide = await findTemplate({ db, actor }, slug)
  if (source && !guide.fills.includes(source.kind)) throw failure('absent', '')
  const words = await withLivingLinks(db, guide.words)
  const known = source && (await loadKnown(db, clock, actor, source))
  const origin = known && originOf(known)
  const copy: Copy = {
    title: guide.title,
    words: known ? fillTemplate(words, valuesOf(known, config.BASE_URL)) : fillWords(words, {}),
    closing: closingOf(guide.title, known),
    address: config.BASE_URL + (origin?.path ?? guidePath(slug)),
  }
  return { guide, known, origin, copy }
}

const shared = { access: anyone, params: slugParams, query: sourceShape, perMinute }
const fileName = (slug: string, source: Source | null, as: string) =>
  `${slug}${source && source.kind !== 'check' ? `-${source.slug.slice(0, 60)}` : ''}.${as}`

const copyPage = get(
  '/guides/:slug/copy',
  { ...shared, examples: ['/guides/problem-statement/copy?words=Residents+phone+about+missed+bins'] },
  async ({ params: { slug }, query, ...context }) => {
    const source = readSource(query)
    if (!source) return redirect(guidePath((await findTemplate(context, slug)).slug))
    const { guide, known, origin, copy } = await makeCopy(context, slug, source)
    return page({
      title: `${guide.title}, filled in`,
      unlisted: true,
      way: origin ? (
        <BackLink href={origin.path}>Back to {origin.says}</BackLink>
      ) : (
        <BackLink href={guidePath(slug)}>Back to the template</BackLink>
      ),
      content: <CopyPage guide={guide} source={source} words={copy.words} isPublic={isPublic(known!)} />,
    })
  },
)

const asWord = get(
  '/guides/:slug/copy.docx',
  { ...shared, examples: ['/guides/problem-statement/copy.docx'] },
  async ({ params: { slug }, query, ...context }) => {
    const source = readSource(query)
    const { copy } = await makeCopy(context, slug, source)
    return download({
      type: wordType,
      filename: fileName(slug, source, 'docx'),
      unlisted: true,
      body: await templateAsWord(copy, context.config.BASE_URL),
    })
  },
)

const asText = get(
  '/guides/:slug/copy.md',
  { ...shared, examples: ['/guides/problem-statement/copy.md'] },
  async ({ params: { slug }, query, ...context }) => {
    const source = readSource(query)
    const { copy } = await makeCopy(context, slug, source)
    return download({
      type: 'text/markdown; charset=utf-8',
      filename: fileName(slug, source, 'md'),
      unlisted: true,
      body: templateAsText(copy),
    })
  },
)

const useForm = sourceShape.extend({ as: requiredChoice(['docx', 'md'], 'Choose a file') })

// What was typed to check a problem goes on in the address, as the check itself keeps it there.
const use = post(
  '/guides/:slug/uses',
  { access: anyone, params: slugParams, form: useForm, perMinute },
  async ({ params: { slug }, form, browser, ...context }) => {
    if (!form.value) return redirect(guidePath((await findTemplate(context, slug)).slug))
    const { as, ...asked } = form.value
    const source = readSource(asked)
    const { guide } = await makeCopy(context, slug, source)
    await countUse(context.db, context.clock, { guideId: guide.id, isFilled: source !== null, browser })
    return redirect(copyPath(slug, source, as))
  },
)

export const routes: Route[] = [copyPage, asWord, asText, use]
