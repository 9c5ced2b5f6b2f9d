import { z } from 'zod'
import { type Person, people } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { hashOf } from '#plumbing/secrets.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { addressCodeForm, addressForm, restsOnAddress } from './address.ts'
import { confirmAddress, requestAddressChange } from './address-actions.ts'
import { findLatestChange } from './address-queries.ts'
import { profileForm } from './membership.ts'
import { listMembershipsOf, type MembershipRow } from './membership-queries.ts'
import { typedProfile } from './person.ts'
import { findPerson } from './person-queries.ts'
import { saveProfile } from './profile-actions.ts'
import { endSession } from './session-actions.ts'
import { listSessions } from './session-queries.ts'
import { secondsToNextMail } from './sign-in-actions.ts'
import { listOnlyWaysIn } from './sign-in-way-queries.ts'
import { listSuccessors } from './successor-queries.ts'
import { AccountPage, type Moving } from './views/account-page.tsx'
import { AddressCodePage, AddressPage } from './views/address-pages.tsx'
import { ProfilePage } from './views/profile-page.tsx'
import { listWaitingAnswers } from './waiting-answers.ts'

const account = { label: 'Your account', href: '/account' }
const idParams = z.object({ id: z.uuid() })
const perMinute = 60
const noMailHere =
  'That organisation lets nobody in by mail. Sign out, and sign in by its own sign-in to use this address'

const accountRoute = get('/account', { access: people, examples: ['/account'] }, async context => {
  const { db, site, clock, actor, browser } = context
  const memberships = await listMembershipsOf(db, actor.id)
  const sessions = await listSessions(db, actor.id, clock.now())
  const keyHash = hashOf(browser.key)
  return page({
    title: 'Your account',
    unlisted: true,
    content: (
      <AccountPage
        person={await findPerson(db, actor.id)}
        memberships={memberships.filter(({ state }) => state === 'confirmed')}
        waiting={await listWaitingAnswers(db, site, actor.id)}
        moves={await listMoves(context, memberships)}
        sessions={sessions.map(({ key_hash, ...session }) => ({ ...session, isThis: key_hash === keyHash }))}
      />
    ),
  })
})

/** What the person's former organisations have become, by membership. */
async function listMoves({ db, clock }: Pick<RouteContext, 'db' | 'clock'>, memberships: MembershipRow[]) {
  const moves: Moving[] = []
  for (const { id, organisation_id, status } of memberships) {
    if (status !== 'former') continue
    const { organisations, isWhole } = await listSuccessors(db, organisation_id, inLondon(clock.now()).date)
    const isNew = (to: string) => memberships.every(other => other.organisation_id !== to)
    moves.push({ membershipId: id, became: organisations.filter(to => isWhole || isNew(to.id)) })
  }
  return moves
}

const profilePage = (form: FormState) =>
  page({
    title: 'About you',
    unlisted: true,
    way: <Breadcrumbs items={[account, { label: 'About you' }]} />,
    errors: form.errors,
    content: <ProfilePage form={form} />,
  })

const profileRoutes = [
  get('/account/profile', { access: people, examples: ['/account/profile'] }, async ({ db, actor }) =>
    profilePage(freshForm(typedProfile(await findPerson(db, actor.id)))),
  ),

  post('/account/profile', { access: people, form: profileForm }, async ({ db, clock, actor, form }) => {
    if (!form.value) return profilePage(form)
    await saveProfile(db, clock, actor, form.value)
    return redirect('/account')
  }),
]

async function addressPage(db: Db, actor: Person, form: FormState) {
  const memberships = await listMembershipsOf(db, actor.id)
  const { email } = await findPerson(db, actor.id)
  return page({
    title: 'Change your address',
    unlisted: true,
    way: <Breadcrumbs items={[account, { label: 'Change your address' }]} />,
    errors: form.errors,
    content: (
      <AddressPage
        form={form}
        email={email!}
        resting={memberships.filter(restsOnAddress).map(({ organisation }) => organisation)}
      />
    ),
  })
}

const addressCodePage = (form: FormState, email: string) =>
  page({
    title: 'Confirm your new address',
    unlisted: true,
    way: <Breadcrumbs items={[account, { label: 'Confirm your new address' }]} />,
    errors: form.errors,
    content: <AddressCodePage form={form} email={email} />,
  })

const addressRoutes = [
  get('/account/address', { access: people, examples: ['/account/address'] }, async ({ db, actor }) =>
    addressPage(db, actor, freshForm()),
  ),

  post(
    '/account/address',
    { access: people, perMinute, form: addressForm },
    async ({ db, site, clock, actor, form, browser }) => {
      if (!form.value) return addressPage(db, actor, form)
      const { email } = form.value
      const person = await findPerson(db, actor.id)
      const refused = (message: string) => addressPage(db, actor, refuseForm(form.typed, 'email', message))
      if ((await listOnlyWaysIn(db, site, email)).length > 0) return refused(noMailHere)
      if (email === person.email) return refused('This is your address already')
      if ((await secondsToNextMail(db, clock, email, browser.network)) > 0)
        return refused('Several mails are on their way already. Wait a quarter of an hour')
      await requestAddressChange(db, clock, actor, email)
      return redirect('/account/address/code')
    },
  ),

  get(
    '/account/address/code',
    { access: people, examples: ['/account/address/code'] },
    async ({ db, actor }) => {
      const change = await findLatestChange(db, actor.id)
      if (!change || change.confirmed_at) return redirect('/account/address')
      return addressCodePage(freshForm(), change.new_email)
    },
  ),

  post(
    '/account/address/code',
    { access: people, perMinute, form: addressCodeForm },
    async ({ db, site, clock, actor, form, browser }) => {
      const change = await findLatestChange(db, actor.id)
      if (!change) return redirect('/account/address')
      if ((await listOnlyWaysIn(db, site, change.new_email)).length > 0) return redirect('/account/address')
      if (!form.value) return addressCodePage(form, change.new_email)
      const answer = await confirmAddress(db, clock, actor, {
        code: form.value.code,
        browserKey: browser.key,
      })
      if (answer === 'changed') return redirect('/welcome?next=/account')
      const message =
        answer === 'taken'
          ? 'This address has an account of its own. Sign in with it, and erase that account first if this is to take its place'
          : 'That is not the code of the latest mail. After five wrong codes, or 15 minutes, ask for a new one'
      return addressCodePage(refuseForm(form.typed, 'code', message), change.new_email)
    },
  ),
]

const sessionRoute = post(
  '/account/sessions/:id/ending',
  { access: people, params: idParams },
  async ({ db, clock, actor, params }) => {
    await endSession(db, clock, actor, params.id)
    return redirect('/account')
  },
)

export const routes: Route[] = [accountRoute, ...profileRoutes, ...addressRoutes, sessionRoute]
