import type { ComponentChildren } from 'preact'
import { listPeople } from '#features/accounts/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import { writeMeeting } from '#plumbing/calendar.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { type Answer as Answered, download, page } from '#plumbing/http/answer.ts'
import { type Answering, answerQuestion, openUntil, sayOutcome } from './answering-actions.ts'
import { type IntroductionForms, momentsOf } from './introduction-forms.ts'
import { aboutWords, headingOf, nameOfAsked } from './introduction-words.ts'
import { findIntroduction, type Introduction } from './queries.ts'
import type { Standing } from './standing.ts'
import { listAnswerers, timesFor } from './telling-actions.ts'
import { IntroductionPage, type Met } from './views/introduction-page.tsx'

/** An introduction with why it is not shown to everyone it is for; throws when there is none. */
export async function load(db: Db, id: string) {
  const introduction = await findIntroduction(db, id)
  if (!introduction) throw failure('absent', '')
  return { introduction, hidden: (await listHidden(db, 'introduction', [id])).get(id) ?? null }
}

export type Loaded = Awaited<ReturnType<typeof load>>

type Shown = Loaded & {
  standing: Standing
  base: string
  form?: FormState
  /** They act for the side they stand on. */
  maySpeak: boolean
  other?: Met
  mayTakeBack?: boolean
  friendHref?: string
  children?: ComponentChildren
}

/** The page of an introduction, for someone signed in or who followed a link in a mail. */
export async function introductionPage(db: Db, clock: Clock, shown: Shown) {
  const { introduction, standing, hidden, maySpeak, form = freshForm() } = shown
  const { state, sides, outcome_asked_at } = introduction
  const own = standing === 'curator' ? null : sides[standing]
  const askers = await listAnswerers(db, introduction, 'asker')
  const isOpen = state === 'asked' && openUntil(introduction) > clock.now()
  return page({
    title: headingOf(introduction),
    unlisted: true,
    errors: form.errors,
    content: (
      <IntroductionPage
        {...shown}
        form={form}
        role={askers.find(({ personId }) => personId === sides.asker.person_id)?.role}
        times={standing === 'curator' ? [] : timesFor(introduction, standing)}
        until={openUntil(introduction)}
        mayAnswer={maySpeak && isOpen && !hidden && own?.agreed_at === null}
        maySayOutcome={maySpeak && state === 'accepted' && outcome_asked_at !== null && own?.outcome === null}
        mayTakeBack={shown.mayTakeBack === true && state === 'asked'}
        isNobodyThere={standing !== 'asked' && (await listAnswerers(db, introduction, 'asked')).length === 0}
      />
    ),
  })
}

/** The other of the two, once both said yes. */
export async function findOther(
  db: Db,
  introduction: Introduction,
  standing: Standing,
): Promise<Met | undefined> {
  if (introduction.state !== 'accepted' || standing === 'curator') return undefined
  const side = standing === 'asker' ? 'asked' : 'asker'
  const answerers = await listAnswerers(db, introduction, side)
  const other = answerers.find(({ personId }) => personId === introduction.sides[side].person_id)
  if (!other) return undefined
  return {
    name: (await listPeople(db, [other.personId])).get(other.personId)?.name ?? null,
    email: other.email,
  }
}

/** Takes in an answer; gives the form again where a time was wrong. */
export async function takeAnswer(
  { db, clock, form }: { db: Db; clock: Clock; form: IntroductionForms['answer'] },
  introduction: Introduction,
  answering: Answering,
): Promise<FormState | undefined> {
  if (!form.value) return form
  const { answer, because } = form.value
  const [first, second] = timesFor(introduction, answering.side)
  if (answer === 'not-now') await answerQuestion(db, clock, answering, { says: 'not-now', because })
  else if (answer === 'other') {
    const read = momentsOf(form.value, ['other'], clock)
    if (read.errors) return { typed: form.typed, errors: read.errors }
    await answerQuestion(db, clock, answering, { says: 'yes', at: read.moments.other })
  } else
    await answerQuestion(db, clock, answering, {
      says: 'yes',
      at: (answer === 'first' ? first : second) ?? first!,
    })
  return undefined
}

/** Takes in what came of it; gives the form again where it said nothing. */
export async function takeOutcome(
  { db, clock, form }: { db: Db; clock: Clock; form: IntroductionForms['outcome'] },
  answering: Answering,
): Promise<FormState | undefined> {
  if (!form.value) return form
  await sayOutcome(db, clock, answering, form.value)
  return undefined
}

/** The meeting as a file for a calendar; absent until both said yes. Nobody's name or address is in it. */
export function meetingFile(
  { id, state, asker, asked, meets_at, ended_at, thing_title }: Introduction,
  url: string,
): Answered {
  if (state !== 'accepted') throw failure('absent', '')
  return download({
    type: 'text/calendar; charset=utf-8',
    filename: 'meeting.ics',
    unlisted: true,
    body: writeMeeting({
      uid: `introduction-${id}@pipeline`,
      startsAt: meets_at!,
      minutes: 30,
      changedAt: ended_at!,
      title: `${asker.name} and ${nameOfAsked({ asked })}`,
      describes: `Introduced by Pipeline${aboutWords({ thing_title })}.`,
      url,
    }),
  })
}
