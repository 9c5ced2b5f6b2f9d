import { decidingOn, listCurators, listSpokespeople } from '#features/accounts/index.ts'
import { type Letter, type NewMail, queueMails, type Reply } from '#features/mail/index.ts'
import { listOrganisationsById, type OrganisationFacts } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { answeredLetter, askedLetter, byMail, calledLetter } from './letters.ts'
import { type Called, listUntold, type Question } from './queries.ts'
import {
  lockAnswer,
  lockQuestion,
  markMentionsTold,
  updateAnswer,
  updateQuestion,
} from './stored-questions.ts'
import { mayTakePart, speakerOf, type Thing } from './thing.ts'
import { findThing } from './thing-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'question.asked': { questionId: string }
    'question.answered': { questionId: string; answerId: string }
    'question.accepted': { questionId: string; answerId: string }
    'question.changed': Record<string, never>
  }
}

const about = 'question'

type Reader = { personId: string; email: string; role?: 'lead' | 'member' }

type Answering = { questionId: string; organisation: Named }
type Named = { id: string; name: string }

/** `answering`: for whom an answer to the mail speaks; null where that is for nobody. */
const lettersTo = (
  readers: Reader[],
  { key, letter, answering }: { key: string; letter: Letter; answering: Answering | null },
  but: string | null,
): NewMail[] =>
  readers
    .filter(({ personId }) => personId !== but)
    .map(({ personId, email }) => ({
      key: `${key} to ${personId}`,
      to: email,
      about,
      letter,
      reply: answering ? replyOf(answering, personId) : undefined,
    }))

const replyOf = ({ questionId, organisation }: Answering, personId: string): Reply => ({
  about,
  subjectId: questionId,
  personId,
  organisationId: organisation.id,
  says: byMail(organisation.name),
})

/** The one whose it is, else those who lead, else all. */
function nearest(readers: Reader[], ownerId: string | null): Reader[] {
  const owner = readers.filter(({ personId }) => personId === ownerId)
  const leads = readers.filter(({ role }) => role === 'lead')
  return [owner, leads, readers].find(({ length }) => length > 0) ?? []
}

const listOwners = async (trx: Db, thing: Thing, askerId: string): Promise<Reader[]> =>
  thing.organisation
    ? nearest(await listSpokespeople(trx, thing.organisation.id), thing.ownerId)
    : decidingOn(await listCurators(trx), { organisationId: askerId, askedBy: null })

type Naming = { question: Question; answerId: string | null; thing: Thing; by: string; words: string }

/** Mails the leads of organisations that are called, where they see the thing and could answer. */
async function tellCalled(trx: Db, clock: Clock, naming: Naming): Promise<NewMail[]> {
  const { question, answerId, thing, by, words } = naming
  const called: Called[] = await listUntold(trx, question.id, answerId)
  const mails: NewMail[] = []
  for (const organisation of called) {
    if (!mayTakePart(thing, speakerOf(organisation))) continue
    const leads = (await listSpokespeople(trx, organisation.id)).filter(({ role }) => role === 'lead')
    const told = { title: thing.title, questionId: question.id, by, words }
    const key = `question ${question.id} names ${organisation.id}`
    const letter = calledLetter(told, organisation.name)
    mails.push(
      ...lettersTo(leads, { key, letter, answering: { questionId: question.id, organisation } }, null),
    )
  }
  const organisationIds = called.map(({ id }) => id)
  await markMentionsTold(trx, { questionId: question.id, organisationIds, at: clock.now() })
  return mails
}

const factsOf = async (trx: Db, id: string): Promise<OrganisationFacts> =>
  (await listOrganisationsById(trx, [id])).get(id)!

/** Once a question is shown: those whose thing it is hear of it, and whom it names. */
export async function tellQuestion(trx: Db, clock: Clock, id: string): Promise<void> {
  const question = await lockQuestion(trx, id)
  const thing = question && (await findThing(trx, clock, question.about))
  if (!question || !thing || question.told_at !== null) return
  const asker = await factsOf(trx, question.organisation_id)
  await updateQuestion(trx, id, { told_at: clock.now() })
  await recordActivity(trx, clock, {
    kind: 'question.asked',
    subject: question.about,
    actor: question.person_id ? speakerOf(asker, question.person_id) : system,
    detail: { questionId: id },
  })
  const told = { title: thing.title, questionId: id, by: asker.name, words: question.words }
  const owners = await listOwners(trx, thing, asker.id)
  const letter = askedLetter(told, thing.organisation?.name ?? null)
  const answering = thing.organisation && { questionId: id, organisation: thing.organisation }
  await queueMails(trx, clock, [
    ...lettersTo(owners, { key: `question ${id} asked`, letter, answering }, question.person_id),
    ...(await tellCalled(trx, clock, { ...told, question, answerId: null, thing })),
  ])
}

/** Once an answer is shown: whoever asked hears of it, and whom it names. */
export async function tellAnswer(trx: Db, clock: Clock, id: string): Promise<void> {
  const { question, answer } = (await lockAnswer(trx, id)) ?? {}
  const thing = question && (await findThing(trx, clock, question.about))
  if (!question || !answer || !thing || answer.told_at !== null) return
  const by = await factsOf(trx, answer.organisation_id)
  const asker = await factsOf(trx, question.organisation_id)
  await updateAnswer(trx, id, { told_at: clock.now() })
  await recordActivity(trx, clock, {
    kind: 'question.answered',
    subject: question.about,
    actor: answer.person_id ? speakerOf(by, answer.person_id) : system,
    detail: { questionId: question.id, answerId: id },
  })
  const told = { title: thing.title, questionId: question.id, by: by.name, words: answer.words }
  const readers = thing.isSeenBy(speakerOf(asker))
    ? nearest(await listSpokespeople(trx, asker.id), question.person_id)
    : []
  const letter = answeredLetter(told, { answerId: id, asker: asker.name })
  const answering = { questionId: question.id, organisation: asker }
  await queueMails(trx, clock, [
    ...lettersTo(readers, { key: `answer ${id} given`, letter, answering }, answer.person_id),
    ...(await tellCalled(trx, clock, { ...told, question, answerId: id, thing })),
  ])
}
