import { z } from 'zod'
import { visibilityTags } from '#features/accounts/index.ts'
import {
  findProblem,
  listProblemsById,
  listSimilarOf,
  type PublishedProblem,
  problemPath,
  resolveProblemSlug,
  resolveProblemTyped,
} from '#features/problems/index.ts'
import { type Actor, curators, type Person } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import {
  type FormState,
  freshForm,
  optionalText,
  refuseForm,
  requiredChoice,
  requiredText,
  tick,
} from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { fieldIn } from '#ui/form.tsx'
import { BackLink } from '#ui/govuk/way.tsx'
import { proposalOf } from './compared-queries.ts'
import { mergePath, obstacleToMerging, proposingPath } from './merge.ts'
import { proposeMerge } from './merge-actions.ts'
import { listAnswers, listMergesOf } from './merge-queries.ts'
import { ProposePage, type Refusal } from './views/propose-page.tsx'

const near = 5
const mostOfReason = 2000
const none = ''

const form = z
  .object({
    chosen: optionalText(120),
    other: optionalText(300),
    stays: requiredChoice(['this', 'other'], 'Choose which of the two stays'),
    reason: requiredText('Write why they are the same problem', mostOfReason),
    again: tick,
  })
  .refine(({ chosen, other }) => chosen || other, {
    path: ['other'],
    message: 'Choose the other problem, or write its title or address',
    when: () => true,
  })

/** The slug of the other problem, where a suggestion led here. */
const proposalQuery = z.object({
  other: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(120)
    .catch(none),
})

/** The problems near this one that it could be merged with, first the one that is chosen already. */
async function listNear(db: Db, actor: Actor, problem: PublishedProblem, chosen: string) {
  const meant = await resolveProblemSlug(db, actor, chosen)
  const found = await listProblemsById(db, actor, await listSimilarOf(db, problem, near))
  const others = [...(meant ? [meant] : []), ...[...found.values()].filter(({ id }) => id !== meant?.id)]
  return others.filter(other => obstacleToMerging(problem, other) === null)
}

/** When the owners of these two said no before, and why. */
async function listRefusals(db: Db, one: string, other: string): Promise<Refusal[]> {
  const refused = (await listMergesOf(db, [one])).filter(
    ({ goes_id, stays_id, state }) => state === 'refused' && [goes_id, stays_id].includes(other),
  )
  const answers = await listAnswers(
    db,
    refused.map(({ id }) => id),
  )
  return answers
    .filter(({ says }) => says === 'no')
    .map(({ organisation, reason, answered_at }) => ({ organisation, reason: reason!, at: answered_at }))
}

type Asking = { problem: PublishedProblem; form: FormState; refusals?: Refusal[] }

const proposePage = async (db: Db, actor: Actor, { problem, form, refusals = [] }: Asking) => {
  const others = await listNear(db, actor, problem, fieldIn(form, 'chosen').value ?? none)
  return page({
    title: `Is it the same as another? ${problem.title}`,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={problemPath(problem.slug)}>Back to the problem</BackLink>,
    content: (
      <ProposePage
        problem={problem}
        near={others.map(other => ({ ...other, tag: visibilityTags[other.visibility] }))}
        form={form}
        refusals={refusals}
      />
    ),
  })
}

/** The form as a suggestion fills it in: the other problem, which one stays, and the sentences that met. */
async function suggestedForm(
  { db, clock, actor }: Pick<RouteContext<unknown, unknown, unknown, Person>, 'db' | 'clock' | 'actor'>,
  problem: PublishedProblem,
  slug: string,
) {
  const other = await resolveProblemSlug(db, actor, slug)
  return freshForm(
    other && obstacleToMerging(problem, other) === null
      ? await proposalOf(db, inLondon(clock.now()).date, problem, other)
      : {},
  )
}

const shared = { access: curators, params: slugParams }

export const routes: Route[] = [
  get(proposingPath(':slug'), { ...shared, query: proposalQuery, perMinute: 60 }, async context => {
    const { db, actor, params, query } = context
    const problem = await findProblem(db, actor, params.slug)
    return proposePage(db, actor, { problem, form: await suggestedForm(context, problem, query.other) })
  }),

  post(proposingPath(':slug'), { ...shared, perMinute: 60, form }, async context => {
    const { db, clock, actor, params, form } = context
    const problem = await findProblem(db, actor, params.slug)
    if (!form.value) return proposePage(db, actor, { problem, form })
    const { chosen, other, stays, reason, again } = form.value
    const refused = (field: string, message: string, refusals?: Refusal[]) =>
      proposePage(db, actor, { problem, form: refuseForm(form.typed, field, message), refusals })
    const { match: meant } = await resolveProblemTyped(db, actor, chosen ?? other ?? none)
    if (!meant)
      return refused(
        'other',
        'No problem you can see has this address, or it alone this title. Copy the address of its page',
      )
    const field = chosen ? 'chosen' : 'other'
    const obstacle = obstacleToMerging(problem, meant)
    if (obstacle) return refused(field, obstacle)
    const refusals = await listRefusals(db, problem.id, meant.id)
    if (refusals.length > 0 && !again)
      return refused('again', 'This was refused before. Read why, and say whether to ask again', refusals)
    const [goes, stayed] = stays === 'this' ? [meant, problem] : [problem, meant]
    const made = await proposeMerge(db, clock, actor, { goesId: goes.id, staysId: stayed.id, reason })
    return 'obstacle' in made
      ? refused(field, made.obstacle, refusals)
      : redirect(mergePath(made.id), { done: 'merge-proposed' })
  }),
]
