import { z } from 'zod'
import { anyone, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { hashOf, isSameSecret } from '#plumbing/secrets.ts'
import { longestNext, safePath } from './person.ts'
import { codeForm, isOpen, linkForm, signInForm } from './sign-in.ts'
import {
  type Refusal,
  requestSignIn,
  type SignedIn,
  secondsToNextMail,
  signInByCode,
  signInByLink,
  signOut,
} from './sign-in-actions.ts'
import { findSignInOfBrowser, findSignInOfLink } from './sign-in-queries.ts'
import { listOnlyWaysIn } from './sign-in-way-queries.ts'
import { CodePage } from './views/code-page.tsx'
import { LinkPage, SpentLinkPage } from './views/link-page.tsx'
import { SignInPage } from './views/sign-in-page.tsx'
import { OtherWayPage } from './views/sign-in-ways.tsx'

const perMinute = 60
const nextQuery = z.object({ next: z.string().max(longestNext).optional().catch(undefined) })
const linkParams = z.object({ token: z.string().regex(/^[\w-]{43}$/) })

const refusals: Record<Refusal, string> = {
  'used-up': 'This link was used already, or is older than 15 minutes. Ask for a new mail.',
  'wrong-code':
    'That is not the code of your latest mail. After five wrong codes, or 15 minutes, ask for a new mail.',
  suspended: 'This account is suspended. Write to the people who run this site.',
}

async function signInPage(db: Db, site: Site, form: FormState) {
  const ways = await Promise.all(site.slot('signInWays').map(({ load }) => load(db)))
  return page({
    title: 'Sign in',
    unlisted: true,
    errors: form.errors,
    content: <SignInPage form={form} ways={ways.flat()} />,
  })
}

/** The way in for an address whose organisation wants no mail. */
async function otherWay(db: Db, site: Site, email: string, next = '') {
  const ways = await listOnlyWaysIn(db, site, email)
  if (ways.length === 0) return
  // A page and not a redirect: browsers hold a form to this site, wherever it is led on to.
  return page({
    title: 'Sign in as you do at work',
    unlisted: true,
    content: <OtherWayPage ways={ways} next={next} />,
  })
}

const codePage = (form: FormState) =>
  page({ title: 'Check your mail', unlisted: true, errors: form.errors, content: <CodePage form={form} /> })

const letIn = ({ browserKey, next }: SignedIn) =>
  redirect(`/welcome?next=${encodeURIComponent(next)}`, { browserKey })

const isIn = (answer: SignedIn | Refusal): answer is SignedIn => typeof answer !== 'string'

export const routes: Route[] = [
  get(
    '/sign-in',
    { access: anyone, query: nextQuery, examples: ['/sign-in'] },
    async ({ db, site, actor, query }) =>
      actor.kind === 'person'
        ? redirect(safePath(query.next))
        : signInPage(db, site, freshForm({ next: query.next })),
  ),

  post('/sign-in', { access: anyone, perMinute, form: signInForm }, async context => {
    const { db, site, clock, form, browser } = context
    if (!form.value) return signInPage(db, site, form)
    const { email, next } = form.value
    const elsewhere = await otherWay(db, site, email, next)
    if (elsewhere) return elsewhere
    const wait = await secondsToNextMail(db, clock, email, browser.network)
    if (wait > 0) {
      const minutes = Math.ceil(wait / 60)
      return signInPage(
        db,
        site,
        refuseForm(
          form.typed,
          'email',
          `Several mails are on their way already. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} before asking for another`,
        ),
      )
    }
    await requestSignIn(db, clock, { email, next, browser })
    return redirect('/sign-in/code')
  }),

  get('/sign-in/code', { access: anyone, examples: ['/sign-in/code'] }, async ({ db, browser }) => {
    const asked = await findSignInOfBrowser(db, hashOf(browser.key))
    return codePage(freshForm({ email: asked?.email }))
  }),

  post(
    '/sign-in/code',
    { access: anyone, perMinute, form: codeForm },
    async ({ db, site, clock, form, browser }) => {
      if (!form.value) return codePage(form)
      const elsewhere = await otherWay(db, site, form.value.email)
      if (elsewhere) return elsewhere
      const answer = await signInByCode(db, clock, { ...form.value, browser })
      return isIn(answer) ? letIn(answer) : codePage(refuseForm(form.typed, 'code', refusals[answer]))
    },
  ),

  get(
    '/sign-in/link/:token',
    { access: anyone, params: linkParams, examples: [`/sign-in/link/${'a'.repeat(43)}`] },
    async context => linkPage(context, freshForm()),
  ),

  post(
    '/sign-in/link/:token',
    { access: anyone, perMinute, params: linkParams, form: linkForm },
    async context => {
      const { db, site, clock, params, form, browser } = context
      const { code } = form.value!
      const asked = await findSignInOfLink(db, hashOf(params.token))
      const elsewhere = asked && (await otherWay(db, site, asked.email, asked.next_path))
      if (elsewhere) return elsewhere
      const answer = await signInByLink(db, clock, { linkToken: params.token, code, browser })
      if (isIn(answer)) return letIn(answer)
      if (answer === 'suspended') throw failure('forbidden', refusals.suspended)
      return linkPage(context, refuseForm(form.typed, 'code', refusals[answer]))
    },
  ),

  post('/sign-out', { access: people }, async ({ db, clock, actor, browser }) => {
    await signOut(db, clock, actor, { key: browser.key, everywhere: false })
    return redirect('/sign-in', { browserKey: null, done: 'signed-out' })
  }),

  post('/sign-out/everywhere', { access: people }, async ({ db, clock, actor, browser }) => {
    await signOut(db, clock, actor, { key: browser.key, everywhere: true })
    return redirect('/sign-in', { browserKey: null, done: 'signed-out-everywhere' })
  }),
]

/** To look at it spends nothing. In the browser that asked there is one button; elsewhere the code is asked for. */
async function linkPage(
  {
    db,
    clock,
    params,
    browser,
  }: Pick<RouteContext<unknown, { token: string }>, 'db' | 'clock' | 'params' | 'browser'>,
  form: FormState,
) {
  const found = await findSignInOfLink(db, hashOf(params.token))
  if (!found || !isOpen(found, clock.now()))
    return page({
      title: 'This link was used',
      unlisted: true,
      content: <SpentLinkPage says={refusals['used-up']} />,
    })
  const isSameBrowser = isSameSecret(found.browser_hash, hashOf(browser.key))
  return page({
    title: 'Sign in to Pipeline',
    unlisted: true,
    errors: form.errors,
    content: <LinkPage token={params.token} needsCode={!isSameBrowser} form={form} />,
  })
}
