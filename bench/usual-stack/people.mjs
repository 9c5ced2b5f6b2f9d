import connectPgSimple from 'connect-pg-simple'
import session from 'express-session'
import { pool } from './database.mjs'
import { findPerson, listMemberships } from './people-queries.mjs'

const Store = connectPgSimple(session)

export const sessions = session({
  store: new Store({ pool, schemaName: 'usual_stack' }),
  secret: process.env.SESSION_SECRET,
  resave: false,
  saveUninitialized: false,
  cookie: { maxAge: 30 * 86_400_000, sameSite: 'lax' },
})

const cornerFor = person => [
  ...(person?.actingFor ? [{ label: person.actingFor.name, href: '/account/organisations' }] : []),
  person ? { label: 'My page', href: '/my' } : { label: 'Sign in', href: '/sign-in' },
]

/** Finds out who is signed in, and for whom they speak. */
export async function loadPerson(request, response, next) {
  const { personId, actingFor } = request.session
  if (personId) {
    const [person, memberships] = await Promise.all([findPerson(personId), listMemberships(personId)])
    request.person = person && {
      ...person,
      memberships,
      actingFor: memberships.find(({ id }) => id === actingFor) ?? memberships[0],
    }
    response.set('cache-control', 'no-store')
  }
  response.locals.corner = cornerFor(request.person)
  next()
}
