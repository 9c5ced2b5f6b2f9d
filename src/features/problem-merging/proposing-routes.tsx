import { z } from 'zod'
import { visibilityTags } from '#features/accounts/index.ts'
import {
  findProblem,
  listProblemsById,
  listSimilarOf,
  type PublishedProblem,
  problemPath,
  resolveProblemSlug,
} from '#features/problems/index.ts'
import { type Actor, curators } from '#plumbing/actor.ts'
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
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { mergePath, obstacleToMerging, proposingPath } from './merge.ts'
import { proposeMerge } from './merge-actions.ts'
import { listAnswers, listMergesOf, listTitled } from './merge-queries.ts'
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

/** The problems near this one that it could be merged with. */
async function listNear(db: Db, actor: Actor, problem: PublishedProblem): Promise<PublishedProblem[]> {
  const found = await listProblemsById(db, actor, await listSimilarOf(db, problem, near))
  return [...found.values()].filter(other => obstacleToMerging(problem, other) === null)
}

/** The slug in an address of a problem's page, or the words themselves. */
const slugIn = (address: string) =>
  /(?:\/problems\/)?([a-z0-9-]+)(?:\/[a-z/]*)?(?:[?#].*)?$/.exec(address.trim())?.[1] ?? none

/** The problem that has this address, or alone has this title. */
async function resolveMeant(db: Db, actor: Actor, typed: string): Promise<PublishedProblem | undefined> {
  const addressed = await resolveProblemSlug(db, actor, slugIn(typed))
  if (addressed) return addressed
  const [only, ...others] = (await listProblemsById(db, actor, await listTitled(db, typed))).values()
  return others.length === 0 ? only : undefined
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

const proposePage = async (db: Db, actor: Actor, { problem, form, refusals = [] }: Asking) =>
  page({
    title: `Is it the same as another? ${problem.title}`,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={problemPath(problem.slug)}>Back to the problem</BackLink>,
    content: (
      <ProposePage
        problem={problem}
        near={(await listNear(db, actor, problem)).map(other => ({
          ...other,
          tag: visibilityTags[other.visibility],
        }))}
        form={form}
        refusals={refusals}
      />
    ),
  })

const shared = { access: curators, params: slugParams }

export const routes: Route[] = [
  get(proposingPath(':slug'), { ...shared, perMinute: 60 }, async ({ db, actor, params }) => {
    const problem = await findProblem(db, actor, params.slug)
    return proposePage(db, actor, { problem, form: freshForm() })
  }),

  post(proposingPath(':slug'), { ...shared, perMinute: 60, form }, async context => {
    const { db, clock, actor, params, form } = context
    const problem = await findProblem(db, actor, params.slug)
    if (!form.value) return proposePage(db, actor, { problem, form })
    const { chosen, other, stays, reason, again } = form.value
    const refused = (field: string, message: string, refusals?: Refusal[]) =>
      proposePage(db, actor, { problem, form: refuseForm(form.typed, field, message), refusals })
    const meant = await resolveMeant(db, actor, chosen ?? other ?? none)
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
