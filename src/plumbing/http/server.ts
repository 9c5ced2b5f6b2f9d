import { hash, randomUUID } from 'node:crypto'
import etag from '@fastify/etag'
import formbody from '@fastify/formbody'
import fastifyStatic from '@fastify/static'
import underPressure from '@fastify/under-pressure'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Logger } from 'pino'
import { type Actor, visitor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { type Db, isUnavailable } from '../database/database.ts'
import { asFailure, type Failure, failure } from '../failures.ts'
import type { Site } from '../feature.ts'
import { secondsToWait } from '../rate-limit.ts'
import { inRoot } from '../root.ts'
import type { Answer, Page } from './answer.ts'
import { addCompression } from './compression.ts'
import type { Route, RouteContext } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { refuseUnreadable } from './unreadable.ts'

export type ServerParts = {
  db: Db
  site: Site
  clock: Clock
  config: Config
  log: Logger
  /** The whole document around a page's content. */
  renderPage(page: Page, context: { url: URL; actor: Actor }): string
  /** The page for a request that could not be answered. */
  errorPage(status: number, message?: string): Page
  /** Hears of every answer, for the figures. */
  onAnswer?(request: { route: string; method: string; status: number; seconds: number }): void
}

const limits = {
  bodyBytes: 256 * 1024,
  formFields: 200,
  headerBytes: 16 * 1024,
  requestSeconds: 15,
  headersSeconds: 10,
  lookForSlowSeconds: 2,
  keepAliveSeconds: 10,
  eventLoopDelayMilliseconds: 1500,
}

const statusOf: Record<Failure['kind'], number> = {
  absent: 404,
  invalid: 422,
  conflict: 409,
  'too-large': 413,
  busy: 429,
  unavailable: 503,
}

/** The HTTP server with every feature's routes. Throws when a route does not declare who may use it. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, site, log } = parts
  const server = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // The last address in X-Forwarded-For is the proxy's word, those before it are the client's own.
    trustProxy: config.TRUST_PROXY && ((_, hop) => hop === 0),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestSeconds * 1000,
    keepAliveTimeout: limits.keepAliveSeconds * 1000,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersSeconds * 1000,
      connectionsCheckingInterval: limits.lookForSlowSeconds * 1000,
    },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: refuseUnreadable,
    // No hook runs for an address that cannot be decoded.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(securityHeaders)),
  })

  const send = (answer: Answer, request: FastifyRequest, reply: FastifyReply) => {
    if (answer.kind === 'redirect') return reply.redirect(answer.to, answer.status)
    reply.header('x-request-id', request.id)
    if (answer.unlisted) reply.header('x-robots-tag', 'noindex')
    if (!reply.hasHeader('cache-control')) {
      reply.header('cache-control', `${answer.unlisted ? 'private' : 'public'}, max-age=0, must-revalidate`)
    }
    if (answer.kind === 'page') {
      const context = { url: addressOf(request, config), actor: visitor }
      return reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(Buffer.from(parts.renderPage(answer, context)))
    }
    if (answer.filename) reply.header('content-disposition', `attachment; filename="${answer.filename}"`)
    return reply
      .code(answer.status ?? 200)
      .type(answer.type)
      .send(answer.body)
  }

  const answerError = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    const known = isUnavailable(error) ? failure('unavailable', '').failure : asFailure(error)
    const status = known ? statusOf[known.kind] : ((error as FastifyError).statusCode ?? 500)
    if (status >= 500 && !known)
      request.log.error({ err: error, route: request.routeOptions?.url }, 'request failed')
    if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '10')
    reply.header('cache-control', 'no-store')
    return send(parts.errorPage(status, known?.message || undefined), request, reply)
  }

  server.setErrorHandler(answerError)
  server.setNotFoundHandler((request, reply) => send(parts.errorPage(404), request, reply))
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    if (!request.raw.url?.startsWith('/') || request.raw.url.startsWith('//')) {
      return send(parts.errorPage(400), request, reply)
    }
  })
  server.addHook('onResponse', async (request, reply) => {
    const seconds = reply.elapsedTime / 1000
    const route = request.routeOptions.url ?? 'none'
    request.log.info({ method: request.method, route, status: reply.statusCode, seconds }, 'answered')
    parts.onAnswer?.({ method: request.method, route, status: reply.statusCode, seconds })
  })

  await server.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelayMilliseconds,
    retryAfter: 10,
    pressureHandler: () => {
      throw failure('unavailable', '')
    },
  })
  await server.register(etag, { weak: true, hashFn: body => hash('sha1', body, 'base64url') })
  addCompression(server)
  server.removeAllContentTypeParsers()
  await server.register(formbody, { bodyLimit: limits.bodyBytes })
  await server.register(fastifyStatic, {
    root: inRoot('build', 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
  })

  for (const route of site.slot('routes')) addRoute(server, route, parts, send)
  return server
}

/**
 * The address asked for, on the configured origin: the Host header is never believed. Joined as text, because resolving
 * `/\\host` would leave the origin, or throw.
 */
const addressOf = ({ url }: FastifyRequest, config: Config) =>
  new URL(config.BASE_URL + (url.startsWith('/') ? url : '/'))

function addRoute(
  server: FastifyInstance,
  route: Route,
  { db, site, clock, config }: ServerParts,
  send: (answer: Answer, request: FastifyRequest, reply: FastifyReply) => FastifyReply,
) {
  if (!route.access) throw new Error(`${route.method} ${route.path} does not declare who may use it.`)
  server.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const actor = visitor
      if (!route.access.allows(actor)) throw failure('absent', '')
      if (route.perMinute) await limit(request, reply, route.perMinute)
      const fields = Object.keys((request.body as object | undefined) ?? {}).length
      if (fields > limits.formFields) throw failure('too-large', '')
      const context = {
        db,
        site,
        clock,
        config,
        actor,
        url: addressOf(request, config),
        query: fitting(route.query, request.query),
        params: fitting(route.params, request.params),
        body: fitting(route.body, request.body ?? {}),
      }
      return send(await route.handle(context as RouteContext<never, never, never>), request, reply)
    },
  })

  async function limit(request: FastifyRequest, reply: FastifyReply, perMinute: number) {
    let wait = 0
    try {
      wait = await secondsToWait(db, clock, `${route.method} ${route.path}`, request.ip, perMinute)
    } catch (error) {
      // An outage of the counter must not become an outage of the page.
      request.log.error({ err: error }, 'rate limit not counted')
    }
    if (wait === 0) return
    reply.header('retry-after', String(wait))
    throw failure(
      'busy',
      `You have asked for this page more than ${perMinute} times in a minute. Try again in ${wait} seconds.`,
    )
  }
}

function fitting(shape: Route['query'], given: unknown): unknown {
  if (!shape) return {}
  const read = shape.safeParse(given)
  if (!read.success) throw failure('absent', '')
  return read.data
}
