import type { InjectOptions } from 'fastify'
import type { Db } from '#plumbing/database/database.ts'
import { rolledBack } from '#plumbing/database/rollback.ts'
import type { Route } from '#plumbing/http/route.ts'
import { addChannels, keepSearch } from '#test/kept-search.ts'
import { makeHandover } from '#test/made-handover.ts'
import { cookieOf, withToken } from '#test/people.ts'
import { answerIdsOf, askIn } from '#test/questioning.ts'
import { sharedDatabase } from '#test/seeded-database.ts'
import { type Form, openApp } from '#test/support.ts'
import { rows } from '../matrix/rows.ts'
import { home, policies, type StandingName, standings } from '../matrix/standings.ts'
import { makeWorld, type World } from '../matrix/world.ts'
import { fromElsewhere } from './route-requests.ts'

/** Who is asked first to attack a route: whoever of these its row lets in. */
const attackers = ['lead', 'curator', 'operator', 'of no organisation', 'signed out'] as const
type Attacker = (typeof attackers)[number]

/** Where a route is attacked: as somebody who is let in, at a thing that is theirs, with what the form names beside its fields. */
export type Reach = { as: Attacker; path: string; names?: Form }

export type AttackedSite = Awaited<ReturnType<typeof attackedSite>>

const nobody = '00000000-0000-7000-8000-000000000000'

/** The site with a world in it, and a way in to every route. `takeBack` makes all as it was; `close` ends it. */
export async function attackedSite() {
  const { db, keep, takeBack, undo } = await rolledBack((await sharedDatabase()).pool)
  const site = await attackersOf(db)
  await keep()
  const close = async () => {
    await site.app.app.close()
    await undo()
  }
  return { ...site, takeBack, close }
}

export type Attackers = Awaited<ReturnType<typeof attackersOf>>

/** Makes the world in a database, and those who attack it. */
export async function attackersOf(db: Db) {
  const app = await openApp(db)
  const world = await makeWorld(app)
  const keys = new Map<Attacker, string>()
  const lead = await app.signedIn(standings.lead)
  keys.set('lead', lead.key())
  for (const name of attackers.slice(1)) {
    const standing = standings[name]
    const browser = standing ? await app.signedIn(standing) : app.freshBrowser()
    await browser.get('/sign-in')
    keys.set(name, browser.key())
  }
  const reaches = await reachesBeside(app, world, lead)

  let asked = 0
  const inject = (request: InjectOptions) => {
    asked += 1
    return app.app.inject({ ...fromElsewhere(request, asked), ...request })
  }
  const keyOf = (as: Attacker) => keys.get(as)!
  const get = (path: string, as: Attacker) =>
    inject({ method: 'GET', url: path, headers: cookieOf(keyOf(as)) })
  /** Sends a form as a page of this site would; `headers` come on top. */
  const send = ({ path, as, names }: Reach, form: Form, headers: Record<string, string> = {}) =>
    inject({
      method: 'POST',
      url: path,
      payload: encoded(withToken(keyOf(as), { ...names, ...form })),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...cookieOf(keyOf(as)), ...headers },
    })
  const reach = (route: Route): Reach =>
    reaches[`${route.method} ${route.path}`] ?? reachByMatrix(route, world)
  return { app, db, world, keyOf, inject, get, send, reach }
}

export const encoded = (form: Form) =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, texts]) => [texts].flat().map(text => [name, text])),
  ).toString()

/** The first thing that the route's row gives to one of the attackers. */
function reachByMatrix({ method, path }: Route, world: World): Reach {
  const row = rows[`${method} ${path}`]!
  const cases = typeof row === 'string' ? [['', row] as const] : Object.entries(row)
  for (const [thing, policy] of cases) {
    const letIn: StandingName[] = policies[policy].in
    const as = attackers.find(name => letIn.includes(name))
    if (as) return { as, path: pathAt(path, thing && world[thing as keyof World]) }
  }
  throw new Error(`Nobody of the attackers is let in by ${method} ${path}: say who, and where.`)
}

const pathAt = (path: string, thing: string) =>
  [thing, ...path.split('/').slice(thing.split('/').length)]
    .join('/')
    .replace(':slug', home)
    .replace(':organisation', home)
    .replace(/:\w+/g, nobody)

/** Ways in to those routes that are about things the matrix's world has not, or of which the attacker must be the owner. */
async function reachesBeside(
  { db, ...app }: Awaited<ReturnType<typeof openApp>>,
  world: World,
  lead: Awaited<ReturnType<typeof app.signedIn>>,
): Promise<Record<string, Reach>> {
  const sent = await lead.post('/organisation-additions/new', {
    name: 'Dales Fire and Rescue',
    kind: 'public-body',
    ground: 'Its own site says so.',
  })
  const said = await lead.post(`/organisations/${home}/ties`, {
    way: 'has',
    other: 'Adur District Council',
    ground: 'The council’s own site says so.',
  })
  const stood = await lead.post(`${world.problemElsewhere}/stances`, {
    says: 'have-it',
    note: 'As they say.',
  })
  const named = await lead.post(`${world.planDraft}/partners`, { organisation: 'Adur District Council' })
  const shared = await lead.post(`${world.ownProblem}/readers`, { organisation: 'Adur District Council' })
  const addressed = await lead.post(`${world.planDraft}/problems`, { problem: world.problemElsewhere })
  if ([sent, said, stood, named, shared, addressed].some(({ statusCode }) => statusCode !== 303))
    throw new Error('The world of the attacks could not be made.')
  const ofLead = (table: 'session' | 'membership') =>
    db.selectFrom(table).select('id').where('person_id', '=', lead.personId).executeTakeFirstOrThrow()
  const only = (table: 'organisation_addition' | 'organisation_tie') =>
    db.selectFrom(table).select('id').where('state', '=', 'waiting').executeTakeFirstOrThrow()
  const [{ problem_id: problem }, { id: partner }, { organisation_id: organisation }] = await Promise.all([
    db.selectFrom('plan_problem').select('problem_id').executeTakeFirstOrThrow(),
    db.selectFrom('plan_partner').select('id').where('state', '=', 'named').executeTakeFirstOrThrow(),
    db.selectFrom('problem_reader').select('organisation_id').executeTakeFirstOrThrow(),
  ])
  const [session, membership] = [await ofLead('session'), await ofLead('membership')]
  const [addition, tie] = [await only('organisation_addition'), await only('organisation_tie')]
  const [, , , kind, id] = world.moderationCase.split('/')
  const as = 'lead'
  const toChange = await askIn(lead, world.askAbout, 'How many were missed?')
  const answered = await askIn(lead, world.askAbout, 'How many were found?')
  await lead.post(`${answered}/answers`, { words: 'Most of them.' })
  const answerToChange = `/question-answers/${(await answerIdsOf(db, answered))[0]}/edit`
  const offered = await makeHandover(db, app.clock, {
    organisationId: lead.organisationId!,
    leaverId: (await app.signedIn(standings.member)).personId,
    heirId: lead.personId,
    draft: world.problemDraft,
  })
  const kept = await keepSearch(db, app.clock, lead)
  const { hook } = await addChannels(db, app.clock, lead)
  const signing = `${world.agreementToSign}/signature`
  const draft = `${world.collaboration}/agreement/draft`
  const seenAt = async (path: string) => ({
    seen: /name="seen" value="(\w+)"/.exec((await lead.get(path)).body)![1]!,
  })
  await lead.post(`${world.agreementClause}`, { edition: '3', way: 'equal', amount: '16,000' })
  return {
    'POST /projects/:slug/collaboration/agreement/versions/:number/signature': {
      as,
      path: signing,
      names: await seenAt(signing),
    },
    'POST /projects/:slug/collaboration/agreement/versions': {
      as,
      path: `${world.collaboration}/agreement/versions`,
      names: await seenAt(draft),
    },
    'GET /handovers/:id/offer': { as, path: `${offered.path}/offer` },
    'POST /handovers/:id/offer': { as, path: `${offered.path}/offer`, names: { taken: offered.itemId } },
    'GET /questions/:id/edit': { as, path: `${toChange}/edit` },
    'POST /questions/:id/edit': { as, path: `${toChange}/edit` },
    'GET /question-answers/:id/edit': { as, path: answerToChange },
    'POST /question-answers/:id/edit': { as, path: answerToChange },
    'GET /my/subscriptions/stop': { as, path: '/my/subscriptions/stop' },
    'POST /my/subscriptions/stop': { as, path: '/my/subscriptions/stop' },
    'POST /my/subscriptions/resume': { as, path: '/my/subscriptions/resume' },
    'POST /my/subscriptions/limit': { as, path: '/my/subscriptions/limit' },
    'GET /my/subscriptions/:id': { as, path: `/my/subscriptions/${kept.id}` },
    'POST /my/subscriptions/:id': { as, path: `/my/subscriptions/${kept.id}` },
    'POST /my/subscriptions/:id/end': { as, path: `/my/subscriptions/${kept.id}/end` },
    'GET /my/subscriptions/hooks/:id': { as, path: hook },
    'POST /my/subscriptions/hooks/:id': { as, path: hook },
    'POST /my/subscriptions/hooks/:id/end': { as, path: `${hook}/end` },
    'POST /my/subscriptions/hooks/:id/replay': { as, path: `${hook}/replay` },
    'POST /inbound-mail': { as: 'signed out', path: '/inbound-mail' },
    'GET /sign-in/with/:slug': { as: 'signed out', path: '/sign-in/with/nobody' },
    'GET /sign-in/with/:slug/callback': { as: 'signed out', path: '/sign-in/with/nobody/callback' },
    'POST /account/sessions/:id/ending': { as, path: `/account/sessions/${session.id}/ending` },
    'POST /memberships/:id/lead-request': { as, path: `/memberships/${membership.id}/lead-request` },
    'POST /memberships/:id/successor': { as, path: `/memberships/${membership.id}/successor` },
    'POST /organisation-additions/:id/decision': {
      as: 'curator',
      path: `/organisation-additions/${addition.id}/decision`,
    },
    'POST /organisation-ties/:id/decision': { as: 'curator', path: `/organisation-ties/${tie.id}/decision` },
    'POST /organisation-ties/:id/ending': { as: 'curator', path: `/organisation-ties/${tie.id}/ending` },
    'POST /plans/:id/links/removal': { as, path: `${world.planDraft}/links/removal` },
    'POST /plans/:id/partners/removal': {
      as,
      path: `${world.planDraft}/partners/removal`,
      names: { partner },
    },
    'POST /plans/:id/problems/removal': {
      as,
      path: `${world.planDraft}/problems/removal`,
      names: { problem },
    },
    'POST /problems/:slug/readers/removal': {
      as,
      path: `${world.ownProblem}/readers/removal`,
      names: { organisation },
    },
    'POST /reuse/:slug/adoptions': { as, path: `${world.assetElsewhere}/adoptions` },
    'POST /problems/:slug/stances': { as, path: `${world.problemElsewhere}/stances` },
    'POST /problems/:slug/stance/confirmation': { as, path: `${world.problemElsewhere}/stance/confirmation` },
    'POST /problems/:slug/stance/withdrawal': { as, path: `${world.problemElsewhere}/stance/withdrawal` },
    'POST /guides/:slug/uses': {
      as: 'signed out',
      path: `${world.template}/uses`,
      names: { problem: '', project: '' },
    },
    'POST /report': { as: 'signed out', path: '/report', names: { kind: kind!, id: id! } },
  }
}
