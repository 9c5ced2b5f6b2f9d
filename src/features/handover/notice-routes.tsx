import { z } from 'zod'
import { decidesFor, findMembership, isLastLead, type MembershipRow } from '#features/accounts/index.ts'
import { type Person, people } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalDate, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { beginHandover } from './beginning-actions.ts'
import { handoverPath, noticePath } from './handover.ts'
import { findOpenOf } from './stored-handovers.ts'
import { NoticePage } from './views/notice-page.tsx'

const shared = { access: people, params: z.object({ id: z.uuid() }) }
const perMinute = 30
const path = noticePath(':id')
const noticeForm = z.object({ last_day: optionalDate })

type Found = { membership: MembershipRow; isOwn: boolean }

/** A confirmed membership, for whose it is and for those who decide there. */
async function findOwn(db: Db, actor: Person, id: string): Promise<Found> {
  const membership = await findMembership(db, id)
  const isOwn = membership.person_id === actor.id
  const isTheirs = isOwn || decidesFor(actor, membership.organisation_id)
  if (membership.state !== 'confirmed' || !isTheirs) throw failure('absent', '')
  return { membership, isOwn }
}

const noticePage = async (db: Db, { membership, isOwn }: Found, form: FormState) =>
  page({
    title: isOwn
      ? `Leaving ${membership.organisation}`
      : `${membership.name ?? 'A colleague'} leaves ${membership.organisation}`,
    unlisted: true,
    errors: form.errors,
    content: (
      <NoticePage
        membership={membership}
        isOwn={isOwn}
        isLastLead={await isLastLead(db, membership)}
        form={form}
      />
    ),
  })

/** What is wrong with a last day, in words; nothing when it will do. 'YYYY-MM-DD'. */
function wrongWith(lastDay: string | null, today: string): string | null {
  if (lastDay === null) return 'Write the last day, such as 31 March 2027'
  if (lastDay < today) return 'Write today or a day to come. To end a membership at once, leave it'
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  return lastDay > nextYear ? 'Write a day within a year from now' : null
}

export const routes: Route[] = [
  get(path, shared, async ({ db, actor, params: { id } }) => {
    const found = await findOwn(db, actor, id)
    const { person_id: personId, organisation_id: organisationId } = found.membership
    const open = await findOpenOf(db, { personId, organisationId })
    if (open?.last_day) return redirect(handoverPath(open.id))
    return noticePage(db, found, freshForm())
  }),

  post(path, { ...shared, perMinute, form: noticeForm }, async context => {
    const { db, clock, site, actor, params, form } = context
    const found = await findOwn(db, actor, params.id)
    if (!form.value) return noticePage(db, found, form)
    const { last_day: lastDay } = form.value
    const wrong = wrongWith(lastDay, inLondon(clock.now()).date)
    if (wrong) return noticePage(db, found, refuseForm(form.typed, 'last_day', wrong))
    const { person_id: personId, organisation_id: organisationId } = found.membership
    const why = found.isOwn ? ('notice' as const) : ('lead' as const)
    const id = await db
      .transaction()
      .execute(trx =>
        beginHandover(trx, clock, { personId, organisationId, why, lastDay: lastDay!, site, actor }),
      )
    return redirect(handoverPath(id), { done: 'handover-begun' })
  }),
]
