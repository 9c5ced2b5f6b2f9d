import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Actor, type Person, visitor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Db } from '../database/database.ts'
import { failure } from '../failures.ts'
import type { Site } from '../feature.ts'
import { readForm, type Typed } from '../form.ts'
import { type Limit, secondsToWait } from '../rate-limit.ts'
import { hashOf, isSecret } from '../secrets.ts'
import { signInHref } from '../sign-in-href.ts'
import { type Answer, redirect } from './answer.ts'
import { browserCookie, isFormToken } from './browser-key.ts'
import { rawBodyOf, takeRawBodies } from './raw-body.ts'
import type { Route, RouteContext } from './route.ts'
import { takeUploads, type Uploaded } from './upload.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it, once someone asked and found a person. */
    actor?: Person
  }
}

export type RouteParts = { db: Db; site: Site; clock: Clock; config: Config }

const most = { formFields: 200 }
const nothing = z.object({})

/** The key a request's browser is known by; empty when it has none. */
export const browserKeyOf = (request: FastifyRequest, config: Config): string => {
  const key = request.cookies?.[browserCookie(config.BASE_URL).name]
  return isSecret(key) ? key : ''
}

/** Finds out who sent a request; without a cookie that costs nothing. */
export async function identify(
  request: FastifyRequest,
  { db, site, clock, config }: RouteParts,
): Promise<Actor> {
  const key = browserKeyOf(request, config)
  for (const { personOf } of key ? site.slot('identity') : []) {
    const person = await personOf(db, clock, hashOf(key))
    if (person) request.actor = person
  }
  return request.actor ?? visitor
}

/**
 * The address asked for, on the configured origin: the Host header is never believed. Joined as text, because resolving
 * `/\\host` would leave the origin, or throw.
 */
export const addressOf = ({ url }: FastifyRequest, config: Config) =>
  new URL(config.BASE_URL + (url.startsWith('/') ? url : '/'))

/** Puts a route on the server: who may use it, how often, and that its form came from a page of this site. */
export function addRoute(
  server: FastifyInstance,
  route: Route,
  parts: RouteParts,
  send: (answer: Answer, request: FastifyRequest, reply: FastifyReply) => FastifyReply,
) {
  const { db, site, clock, config } = parts
  if (!route.access) throw new Error(`${route.method} ${route.path} does not declare who may use it.`)
  /** Answers who may not use it, or too often; undefined for all others. */
  const admit = async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = await identify(request, parts)
    if (!route.access.allows(actor)) return refusalOf(route, request, actor)
    if (route.perMinute) await limit(request, reply, { most: route.perMinute, minutes: 1 })
    return undefined
  }

  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const refusal = route.upload || route.raw ? undefined : await admit(request, reply)
    if (refusal) return send(refusal, request, reply)
    const { typed, upload } = bodyOf(request)
    if (Object.keys(typed).length > most.formFields) throw failure('too-large', '')
    const browserKey = browserKeyOf(request, config)
    if (route.method === 'POST' && !route.fromAnywhere) refuseForeignForm(request, typed, browserKey)
    const context: RouteContext = {
      db,
      site,
      clock,
      config,
      actor: request.actor ?? visitor,
      url: addressOf(request, config),
      query: fitting(route.query, request.query),
      params: fitting(route.params, request.params),
      form: readForm(route.form ?? nothing, typed),
      upload,
      raw: rawBodyOf(request),
      browser: { key: browserKey, network: request.ip, agent: request.headers['user-agent'] ?? '' },
    }
    return send(await route.handle(context as RouteContext<never, never, never, never>), request, reply)
  }

  const { method, path: url, upload, raw } = route
  if (upload || raw) {
    // A large body is not read from someone who may not send it.
    const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
      const refusal = await admit(request, reply)
      return refusal && send(refusal, request, reply)
    }
    server.register(async scope => {
      if (upload) takeUploads(scope, upload)
      if (raw) takeRawBodies(scope, raw)
      scope.route({ method, url, onRequest, handler })
    })
  } else {
    server.route({ method, url, handler })
  }

  /** A form sent by another site, or by a page made for someone else. */
  function refuseForeignForm({ headers }: FastifyRequest, typed: Typed, browserKey: string) {
    const isForeign =
      (headers.origin !== undefined && headers.origin !== new URL(config.BASE_URL).origin) ||
      !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined) ||
      browserKey === '' ||
      !isFormToken(browserKey, typed.form_token)
    if (isForeign) {
      throw failure(
        'forbidden',
        'This form is no longer valid: you may have signed in or out since it was opened. Go back, copy what you typed, load the page again and send it from there.',
      )
    }
  }

  async function limit(request: FastifyRequest, reply: FastifyReply, allowed: Limit) {
    let wait = 0
    try {
      wait = await secondsToWait(db, clock, `${route.method} ${route.path}`, request.ip, allowed)
    } catch (error) {
      // An outage of the counter must not become an outage of the page.
      request.log.error({ err: error }, 'rate limit not counted')
    }
    if (wait === 0) return
    reply.header('retry-after', String(wait))
    throw failure(
      'busy',
      `You have asked for this page more than ${allowed.most} times in a minute. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
    )
  }
}

/** A visitor who could be let in is led to sign in and back; for all others there is no such page. */
function refusalOf({ method, access }: Route, { url }: FastifyRequest, actor: Actor): Answer {
  if (!access.invites || actor.kind !== visitor.kind) throw failure('absent', '')
  return redirect(method === 'GET' ? signInHref(url) : '/sign-in')
}

/** A form with a file was read by its route; all others are their fields. */
function bodyOf({ body, headers }: FastifyRequest): Uploaded {
  if (body instanceof Uint8Array) return { typed: {}, upload: null }
  const isUploaded = headers['content-type']?.toLowerCase().startsWith('multipart/form-data')
  return isUploaded ? (body as Uploaded) : { typed: (body ?? {}) as Typed, upload: null }
}

function fitting(shape: Route['query'], given: unknown): unknown {
  if (!shape) return {}
  const read = shape.safeParse(given)
  if (!read.success) throw failure('absent', '')
  return read.data
}
