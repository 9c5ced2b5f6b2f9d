import { randomInt } from 'node:crypto'
import { queueMail } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { hashOf, isSameSecret, newSecret } from '#plumbing/secrets.ts'
import { signInLetter } from './letters.ts'
import { deviceName, safePath } from './person.ts'
import { findOrInsertPerson } from './person-queries.ts'
import { deleteSessionOfKey, deleteSessionsOf, insertSession } from './session-queries.ts'
import { codeDigits, isOpen, signInLimits, signInMinutes, takesCodes } from './sign-in.ts'
import {
  findSignInOfLink,
  insertSignIn,
  lockSignInsOfEmail,
  markUsed,
  markWrongCode,
} from './sign-in-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'person.signed-in': { by: 'link' | 'code' | 'single-sign-on' }
    'person.signed-out': { everywhere: boolean }
  }
}

/** The browser that acts: its key, and what it says it is. */
export type Browser = { key: string; network: string; agent: string }

const sessionDays = 30

/** Seconds to wait before another mail may be asked for: counted for the address and for the network. */
export async function secondsToNextMail(
  db: Db,
  clock: Clock,
  email: string,
  network: string,
): Promise<number> {
  const waits = [
    await secondsToWait(db, clock, 'sign-in mail to', email, signInLimits.address),
    await secondsToWait(db, clock, 'sign-in mail from', network, signInLimits.network),
  ]
  return Math.max(...waits)
}

/** Sends a link and a code to an address. Whether it has an account plays no part, and cannot be told from outside. */
export async function requestSignIn(
  db: Db,
  clock: Clock,
  { email, next, browser }: { email: string; next: string; browser: Browser },
): Promise<void> {
  const now = clock.now()
  const id = newId()
  const linkToken = newSecret()
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')
  await db.transaction().execute(async trx => {
    await insertSignIn(trx, {
      id,
      email,
      link_hash: hashOf(linkToken),
      code_hash: codeHashOf(id, code),
      browser_hash: hashOf(browser.key),
      next_path: safePath(next),
      created_at: now,
      ends_at: new Date(now.getTime() + signInMinutes * 60_000),
    })
    await queueMail(trx, clock, {
      key: `sign-in ${id}`,
      to: email,
      about: 'sign-in',
      letter: signInLetter({ path: `/sign-in/link/${linkToken}`, code }),
      isAskedFor: true,
    })
  })
}

/** Bound to its sign-in, so that equal codes do not look equal. */
const codeHashOf = (id: string, code: string) => hashOf(`${id} ${code}`)

export type SignedIn = { browserKey: string; personId: string; next: string }
export type Refusal = 'used-up' | 'wrong-code' | 'suspended'

/**
 * Signs in by the link of a mail. Only the browser that asked needs no code: one that came across the link, such as a
 * scanner of mail that presses every button, does not have the code that stands beside it.
 */
export function signInByLink(
  db: Db,
  clock: Clock,
  { linkToken, code, browser }: { linkToken: string; code: string; browser: Browser },
): Promise<SignedIn | Refusal> {
  return db.transaction().execute(async trx => {
    const found = await findSignInOfLink(trx, hashOf(linkToken))
    if (!found || !isOpen(found, clock.now())) return 'used-up'
    if (isSameSecret(found.browser_hash, hashOf(browser.key)))
      return complete(trx, clock, found, browser, 'link')
    return signInWithCode(trx, clock, { email: found.email, code, browser })
  })
}

/** Signs in by the code of a mail, on any device. A wrong one counts against every mail the address could still use. */
export const signInByCode = (
  db: Db,
  clock: Clock,
  given: { email: string; code: string; browser: Browser },
): Promise<SignedIn | Refusal> => db.transaction().execute(trx => signInWithCode(trx, clock, given))

async function signInWithCode(
  trx: Db,
  clock: Clock,
  { email, code, browser }: { email: string; code: string; browser: Browser },
): Promise<SignedIn | Refusal> {
  const now = clock.now()
  const open = (await lockSignInsOfEmail(trx, email, now)).filter(takesCodes)
  if (code === '') return 'wrong-code'
  const found = open.find(({ id, code_hash }) => isSameSecret(code_hash, codeHashOf(id, code)))
  if (found) return complete(trx, clock, found, browser, 'code')
  if (open.length > 0)
    await markWrongCode(
      trx,
      open.map(({ id }) => id),
    )
  return 'wrong-code'
}

async function complete(
  trx: Db,
  clock: Clock,
  signIn: { id: string; email: string; next_path: string },
  browser: Browser,
  by: 'link' | 'code',
): Promise<SignedIn | Refusal> {
  if (!(await markUsed(trx, signIn.id, clock.now()))) return 'used-up'
  const signedIn = await startSession(trx, clock, { email: signIn.email, browser, by })
  return typeof signedIn === 'string' ? signedIn : { ...signedIn, next: signIn.next_path }
}

/** Signs a person in with a new key for their browser; what the old key was good for ends. */
export async function startSession(
  trx: Db,
  clock: Clock,
  { email, browser, by }: { email: string; browser: Browser; by: 'link' | 'code' | 'single-sign-on' },
): Promise<{ browserKey: string; personId: string } | 'suspended'> {
  const now = clock.now()
  const person = await findOrInsertPerson(trx, email, now)
  if (person.suspended_at) return 'suspended'
  const browserKey = newSecret()
  await deleteSessionOfKey(trx, hashOf(browser.key))
  await insertSession(trx, {
    id: newId(),
    key_hash: hashOf(browserKey),
    person_id: person.id,
    acting_for: null,
    device: deviceName(browser.agent),
    started_by: by,
    created_at: now,
    last_seen_at: now,
    ends_at: new Date(now.getTime() + sessionDays * 86_400_000),
  })
  await recordActivity(trx, clock, {
    kind: 'person.signed-in',
    subject: { kind: 'person', id: person.id },
    actor: { kind: 'person', id: person.id, memberships: [], actingFor: null, duties: [] },
    detail: { by },
  })
  return { browserKey, personId: person.id }
}

/** Ends the session of this browser, or all of the person's. */
export async function signOut(
  db: Db,
  clock: Clock,
  actor: Person,
  { key, everywhere }: { key: string; everywhere: boolean },
): Promise<void> {
  await db.transaction().execute(async trx => {
    if (everywhere) await deleteSessionsOf(trx, actor.id)
    else await deleteSessionOfKey(trx, hashOf(key))
    await recordActivity(trx, clock, {
      kind: 'person.signed-out',
      subject: { kind: 'person', id: actor.id },
      actor,
      detail: { everywhere },
    })
  })
}
