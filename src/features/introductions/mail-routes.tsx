import { z } from 'zod'
import { type Actor, anyone } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { FormState } from '#plumbing/form.ts'
import { redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { hashOf, isSecret } from '#plumbing/secrets.ts'
import type { Answering } from './answering-actions.ts'
import { introductionPath, linkPath, type SideName } from './introduction.ts'
import { answerForm, outcomeForm } from './introduction-forms.ts'
import { introductionPage, load, meetingFile, takeAnswer, takeOutcome } from './page-routes.tsx'
import { findLink, type Introduction } from './queries.ts'
import { listAnswerers } from './telling-actions.ts'

const params = z.object({ secret: z.string().max(60) })
const perMinute = 60
const root = linkPath(':secret')

/** Who is written to, as the record knows who acts: they are who they were when the mail was sent. */
const actorOf = ({ asker, asked }: Introduction, side: SideName, personId: string): Actor => {
  const organisation = side === 'asker' ? asker : asked
  return {
    kind: 'person',
    id: personId,
    memberships: [],
    actingFor: organisation && { id: organisation.id, name: organisation.name },
    duties: [],
  }
}

/** What a secret address opens; nothing for who no longer speaks for that side, or while a curator holds it back. */
async function loadLink(db: Db, secret: string) {
  const link = isSecret(secret) ? await findLink(db, hashOf(secret)) : undefined
  if (!link) throw failure('absent', '')
  const { introduction, hidden } = await load(db, link.introduction_id)
  const side = link.side as SideName
  const answerers = await listAnswerers(db, introduction, side)
  if (hidden || !answerers.some(({ personId }) => personId === link.person_id)) throw failure('absent', '')
  const answering: Answering = {
    id: introduction.id,
    side,
    personId: link.person_id,
    actor: actorOf(introduction, side, link.person_id),
  }
  return { introduction, hidden, answering }
}

type Context = Pick<RouteContext<unknown, { secret: string }>, 'db' | 'clock' | 'params'>

async function pageOf({ db, clock, params: { secret } }: Context, form?: FormState) {
  const { introduction, hidden, answering } = await loadLink(db, secret)
  // Whoever holds the mail may not be its reader: addresses stand in it, and never on this page.
  return introductionPage(db, clock, {
    introduction,
    hidden,
    standing: answering.side,
    base: linkPath(secret),
    form,
    maySpeak: true,
  })
}

/** What a mail leads to: looking changes nothing, a button does. */
export const mailRoutes: Route[] = [
  get(root, { access: anyone, perMinute, params }, context => pageOf(context)),

  post(`${root}/answer`, { access: anyone, perMinute, params, form: answerForm }, async context => {
    const { secret } = context.params
    const { introduction, answering } = await loadLink(context.db, secret)
    const refused = await takeAnswer(context, introduction, answering)
    return refused ? pageOf(context, refused) : redirect(linkPath(secret), { done: 'introduction-answered' })
  }),

  post(`${root}/outcome`, { access: anyone, perMinute, params, form: outcomeForm }, async context => {
    const { secret } = context.params
    const { answering } = await loadLink(context.db, secret)
    const refused = await takeOutcome(context, answering)
    return refused ? pageOf(context, refused) : redirect(linkPath(secret), { done: 'introduction-outcome' })
  }),

  get(
    `${root}/meeting.ics`,
    { access: anyone, perMinute, params },
    async ({ db, config, params: { secret } }) => {
      const { introduction } = await loadLink(db, secret)
      return meetingFile(introduction, new URL(introductionPath(introduction.id), config.BASE_URL).href)
    },
  ),
]
