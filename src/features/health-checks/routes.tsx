import { z } from 'zod'
import { type Collaboration, CollaborationWay, findOwn } from '#features/collaborations/index.ts'
import { type Finding, screenTexts } from '#features/moderation/index.ts'
import { anyone, type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalText, refuseForm, tick } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { answerByLink, answerRound, requireLink, setPaused } from './actions.ts'
import { allWell, type Beginning, beginnings, healthPath, type Round } from './health.ts'
import { replyForm, typedFrom } from './health-form.ts'
import { listPaused, listRounds } from './queries.ts'
import { HealthPage } from './views/health-page.tsx'
import { LinkPage, ThankedPage } from './views/link-pages.tsx'

const perMinute = 30
const form = replyForm.extend({
  /** What looks personal was shown, and the writer stands by it. */
  seen: tick,
})

const screened = (note: string | null) =>
  note ? screenTexts([{ field: 'note', label: 'What you want the others to know', text: note }]) : []

type Form = { form: FormState; findings?: Finding[] }

/** What an organisation answered last, to be answered again. */
function lastTyped(rounds: Round[], organisationId: string) {
  for (const { replies } of rounds) {
    const own = replies.find(({ organisation }) => organisation.id === organisationId)
    if (own) return typedFrom(own)
  }
  return {}
}

async function healthPage(
  db: Db,
  actor: Speaker,
  collaboration: Collaboration,
  { form: given, findings = [] }: Partial<Form>,
) {
  const rounds = await listRounds(db, collaboration.id)
  const own = actor.actingFor.id
  const [latest] = rounds
  const hasAnswered = latest?.replies.some(({ organisation }) => organisation.id === own) ?? false
  return page({
    title: `How it goes: ${collaboration.plan.said.title}`,
    unlisted: true,
    errors: given?.errors ?? [],
    status: findings.length > 0 ? 422 : undefined,
    way: <CollaborationWay collaboration={collaboration} />,
    content: (
      <HealthPage
        collaboration={collaboration}
        organisation={actor.actingFor}
        rounds={hasAnswered ? rounds : rounds.slice(1)}
        open={latest ?? null}
        hasAnswered={hasAnswered}
        isPaused={(await listPaused(db, collaboration.id)).has(own)}
        form={given ?? freshForm(hasAnswered ? lastTyped(rounds, own) : {})}
        findings={findings}
      />
    ),
  })
}

const own: Route[] = [
  get(
    '/projects/:slug/collaboration/health',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/collaboration/health'] },
    async ({ db, actor, params }) => healthPage(db, actor, await findOwn(db, actor, params.slug), {}),
  ),
  post(
    '/projects/:slug/collaboration/health',
    { access: speakers, params: slugParams, form: form.extend({ round: optionalText(40) }), perMinute },
    async ({ db, clock, actor, params, form: sent }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      if (!sent.value) return healthPage(db, actor, collaboration, { form: sent })
      const { seen, round: asked, ...answers } = sent.value
      const findings = seen ? [] : screened(answers.note)
      if (findings.length > 0) return healthPage(db, actor, collaboration, { form: sent, findings })
      if (!(await answerRound(db, clock, actor, collaboration, { ...answers, asked })))
        return healthPage(db, actor, collaboration, {
          form: refuseForm(
            sent.typed,
            'aims',
            'A new month has begun since you opened this. Is it the same still?',
          ),
        })
      return redirect(healthPath(params.slug), { done: 'health-answered' })
    },
  ),
  post(
    '/projects/:slug/collaboration/health/pause',
    { access: speakers, params: slugParams, form: z.object({ paused: tick }), perMinute },
    async ({ db, clock, actor, params, form: sent }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const isPaused = sent.value?.paused ?? false
      await setPaused(db, clock, actor, collaboration, isPaused)
      return redirect(healthPath(params.slug), { done: isPaused ? 'health-paused' : 'health-resumed' })
    },
  ),
]

const linkParams = z.object({ secret: z.string().max(100), beginning: z.enum(beginnings) })

async function linkPage(
  db: Db,
  secret: string,
  beginning: Beginning,
  { form: given, findings = [] }: Partial<Form>,
) {
  const { link, collaboration } = await requireLink(db, secret)
  const organisation = collaboration.partners.find(
    ({ organisation }) => organisation.id === link.organisation_id,
  )?.organisation
  if (!organisation) throw failure('absent', '')
  const rounds = await listRounds(db, collaboration.id)
  const filled = {
    well: () => typedFrom(allWell),
    'as-before': () => lastTyped(rounds, organisation.id),
    answers: () => ({}),
  }
  return page({
    title: `How does it go? ${collaboration.plan.said.title}`,
    unlisted: true,
    errors: given?.errors ?? [],
    status: findings.length > 0 ? 422 : undefined,
    content: (
      <LinkPage
        collaboration={collaboration}
        organisation={organisation}
        month={link.month}
        secret={secret}
        beginning={beginning}
        form={given ?? freshForm(filled[beginning]())}
        findings={findings}
      />
    ),
  })
}

const byLink: Route[] = [
  get(
    '/health/:secret/:beginning',
    { access: anyone, perMinute, params: linkParams },
    async ({ db, params: { secret, beginning } }) => linkPage(db, secret, beginning, {}),
  ),
  post(
    '/health/:secret/:beginning',
    { access: anyone, perMinute, params: linkParams, form },
    async ({ db, clock, params: { secret, beginning }, form: sent }) => {
      if (!sent.value) return linkPage(db, secret, beginning, { form: sent })
      const { seen, ...answers } = sent.value
      const findings = seen ? [] : screened(answers.note)
      if (findings.length > 0) return linkPage(db, secret, beginning, { form: sent, findings })
      const { collaboration } = await requireLink(db, secret)
      await answerByLink(db, clock, secret, answers)
      return page({
        title: 'Thank you',
        unlisted: true,
        content: <ThankedPage collaboration={collaboration} />,
      })
    },
  ),
]

export const routes: Route[] = [...own, ...byLink]
