import { z } from 'zod'
import { listCuratorQueues, listPeople } from '#features/accounts/index.ts'
import { type Actor, anyone, hasDuty, isSpeaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { loadExamples } from './examples.ts'
import { loadFigures } from './figure-queries.ts'
import { figureNames } from './figures.ts'
import { listFillable } from './fillable-queries.ts'
import { type Guide, guidePath, guidesPath } from './guide.ts'
import { guideNames } from './import-guides.ts'
import { fillWords, markersIn, withoutLinksTo } from './markers.ts'
import {
  findGuide,
  findWritten,
  listBeingWritten,
  listGuides,
  listVersions,
  listWithdrawals,
  listWithdrawn,
} from './queries.ts'
import { listUses } from './stored-uses.ts'
import { differencesFrom } from './versions.ts'
import { GuidePage } from './views/guide-page.tsx'
import { GuidesPage } from './views/guides-page.tsx'
import { HistoryPage, VersionPage } from './views/history-page.tsx'
import { TakeTemplate } from './views/take-template.tsx'

const wayToGuides = <Breadcrumbs items={[{ label: 'Guides', href: guidesPath }]} />
const wayTo = ({ slug, title }: Pick<Guide, 'slug' | 'title'>) => (
  <Breadcrumbs
    items={[
      { label: 'Guides', href: guidesPath },
      { label: title, href: guidePath(slug) },
    ]}
  />
)

/** The words of a guide without links to those that were withdrawn. */
export const withLivingLinks = async (db: Db, words: string): Promise<string> =>
  withoutLinksTo(
    (await listWithdrawn(db)).map(({ slug }) => slug),
    words,
  )

const ownAtMost = 5

/** Of one's own organisation a few to fill a template from; of others one to see it filled in. */
async function listExamplesToFill(db: Db, actor: Actor, { fills }: Guide) {
  const found = await listFillable(db, fills, isSpeaker(actor) ? actor.actingFor.id : null, ownAtMost)
  const own = found.filter(({ isOwn }) => isOwn)
  return own.length > 0 ? own : found.slice(0, 1)
}

async function findStandingWithdrawal(db: Db, guideId: string) {
  const [withdrawal] = await listWithdrawals(db, guideId)
  const people = await listPeople(db, withdrawal?.personId ? [withdrawal.personId] : [])
  return withdrawal ? { withdrawal, by: people.get(withdrawal.personId ?? '') } : null
}

/** The words of a guide with the figures of today in them. */
export async function withFigures(db: Db, today: string, words: string): Promise<string> {
  const used = markersIn(words)
  return fillWords(
    words,
    await loadFigures(
      db,
      today,
      figureNames.filter(name => used.includes(name)),
    ),
  )
}

const index = get(guidesPath, { access: anyone, examples: [guidesPath] }, async ({ db, site, actor }) => {
  const isCurator = hasDuty(actor, 'curator')
  return page({
    title: 'Guides to working together',
    description:
      'Ways in which councils work together, guides to what goes wrong in it, and templates that fill themselves.',
    content: (
      <GuidesPage
        guides={await listGuides(db)}
        uses={await listUses(db)}
        beingWritten={isCurator ? await listBeingWritten(db) : []}
        withdrawn={isCurator ? await listWithdrawn(db) : []}
        isCurator={isCurator}
        queues={await listCuratorQueues(db, site, actor)}
      />
    ),
  })
})

const detail = get(
  '/guides/:slug',
  {
    access: anyone,
    params: slugParams,
    examples: guideNames.map(guidePath),
  },
  async ({ db, clock, actor, params: { slug } }) => {
    const guide = await findGuide(db, actor, slug)
    const today = inLondon(clock.now()).date
    const isTemplate = guide.kind === 'template'
    const words = await withLivingLinks(db, guide.words)
    return page({
      title: guide.title,
      description: guide.summary,
      unlisted: guide.isWithdrawn,
      watch: guide.isWithdrawn ? undefined : 'of changes to this page',
      way: wayToGuides,
      content: (
        <GuidePage
          guide={guide}
          words={isTemplate ? fillWords(words, {}) : await withFigures(db, today, words)}
          examples={await loadExamples(db, today, guide.shows)}
          others={(await listGuides(db)).filter(({ id, kind }) => id !== guide.id && kind === guide.kind)}
          isCurator={hasDuty(actor, 'curator')}
          withdrawal={guide.isWithdrawn ? await findStandingWithdrawal(db, guide.id) : null}
          template={
            isTemplate ? (
              <TakeTemplate
                guide={guide}
                fillable={await listExamplesToFill(db, actor, guide)}
                uses={(await listUses(db)).get(guide.id)}
              />
            ) : null
          }
        />
      ),
    })
  },
)

const history = get(
  '/guides/:slug/history',
  { access: anyone, params: slugParams, examples: ['/guides/networking/history'] },
  async ({ db, actor, params: { slug } }) => {
    const guide = await findGuide(db, actor, slug)
    const versions = await listVersions(db, guide.id)
    const withdrawals = await listWithdrawals(db, guide.id)
    const people = await listPeople(
      db,
      [
        ...versions.map(({ personId }) => personId),
        ...withdrawals.flatMap(({ personId, endedBy }) => [personId, endedBy]),
      ].filter(id => id !== null),
    )
    return page({
      title: `How this changed: ${guide.title}`,
      unlisted: true,
      way: wayTo(guide),
      content: (
        <HistoryPage
          guide={guide}
          entries={versions.map((version, at) => ({
            version,
            by: people.get(version.personId ?? ''),
            differences: differencesFrom(versions[at + 1] ?? null, version),
          }))}
          withdrawals={withdrawals.map(withdrawal => ({
            withdrawal,
            by: people.get(withdrawal.personId ?? ''),
            endedBy: people.get(withdrawal.endedBy ?? ''),
          }))}
        />
      ),
    })
  },
)

const versionParams = slugParams.extend({ number: z.coerce.number().int().min(1).max(100_000) })

const version = get(
  '/guides/:slug/versions/:number',
  { access: anyone, params: versionParams, examples: ['/guides/networking/versions/1'] },
  async ({ db, actor, params: { slug, number } }) => {
    const guide = await findGuide(db, actor, slug)
    const found = (await listVersions(db, guide.id)).find(one => one.number === number)
    if (!found) throw failure('absent', '')
    const isCurator = hasDuty(actor, 'curator')
    return page({
      title: `Version ${number}: ${found.title}`,
      unlisted: true,
      way: wayTo(guide),
      content: (
        <VersionPage
          guide={guide}
          version={found}
          words={fillWords(await withLivingLinks(db, found.words), {})}
          mayRestore={isCurator && number !== guide.version && (await findWritten(db, slug)).draft === null}
        />
      ),
    })
  },
)

export const routes: Route[] = [index, detail, history, version]
