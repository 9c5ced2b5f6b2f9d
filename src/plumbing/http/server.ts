import { hash, randomUUID } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
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
import { inRoot } from '../root.ts'
import { newSecret } from '../secrets.ts'
import { addRoute, addressOf, browserKeyOf, identify } from './add-route.ts'
import type { Answer, Page, Redirect } from './answer.ts'
import { browserCookie, formTokenOf } from './browser-key.ts'
import { addCompression } from './compression.ts'
import { withDone } from './done.ts'
import './identity.ts'
import { signInHref } from '../sign-in-href.ts'
import { securityHeaders } from './security-headers.ts'
import { refuseUnreadable } from './unreadable.ts'

/** Why a request could not be answered: `message` in the person's words, `signInHref` where who signs in may see more. */
export type Fault = { status: number; message?: string; signInHref?: string }

export type ServerParts = {
  db: Db
  site: Site
  clock: Clock
  config: Config
  log: Logger
  /** The whole document around a page's content. */
  renderPage(page: Page, context: { url: URL; actor: Actor; formToken(): string }): string
  /** The page for a request that could not be answered. */
  errorPage(fault: Fault): Page
  /** Hears of every answer, for the figures. */
  onAnswer?(request: { route: string; method: string; status: number; seconds: number }): void
}

const limits = {
  bodyBytes: 256 * 1024,
  headerBytes: 16 * 1024,
  requestSeconds: 15,
  headersSeconds: 10,
  lookForSlowSeconds: 2,
  keepAliveSeconds: 10,
}

const statusOf: Record<Failure['kind'], number> = {
  absent: 404,
  forbidden: 403,
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

  const cookie = browserCookie(config.BASE_URL)
  const send = (answer: Answer, request: FastifyRequest, reply: FastifyReply) => {
    reply.header('x-request-id', request.id)
    if (answer.kind === 'redirect') {
      if (answer.browserKey === null) reply.clearCookie(cookie.name, cookie.options)
      if (answer.browserKey) reply.setCookie(cookie.name, answer.browserKey, cookie.options)
      const to = answer.done ? withDone(site, answer.to, answer.done) : answer.to
      return reply.header('cache-control', 'no-store').redirect(to, answer.status)
    }
    if (answer.unlisted) reply.header('x-robots-tag', 'noindex')
    const actor = request.actor ?? visitor
    if (actor.kind === 'person') reply.header('cache-control', 'no-store')
    if (answer.kind === 'page') {
      const html = parts.renderPage(answer, {
        url: addressOf(request, config),
        actor,
        formToken: () => {
          reply.header('cache-control', 'no-store')
          const known = browserKeyOf(request, config)
          if (known) return formTokenOf(known)
          const key = newSecret()
          reply.setCookie(cookie.name, key, { ...cookie.options, maxAge: undefined })
          return formTokenOf(key)
        },
      })
      keepFor(answer, reply)
      return reply
        .code(answer.status ?? (answer.errors?.length ? 422 : 200))
        .type('text/html; charset=utf-8')
        .send(Buffer.from(html))
    }
    keepFor(answer, reply)
    if (answer.filename) reply.header('content-disposition', `attachment; filename="${answer.filename}"`)
    return reply
      .code(answer.status ?? 200)
      .type(answer.type)
      .send(answer.body)
  }

  /** To whoever is not signed in a page can be absent that is there for them: they come back to it. */
  const pageOf = (request: FastifyRequest, status: number, message?: string) => {
    const mayBeTheirs =
      status === 404 && request.method === 'GET' && (request.actor ?? visitor).kind === 'visitor'
    return parts.errorPage({ status, message, signInHref: mayBeTheirs ? signInHref(request.url) : undefined })
  }

  const answerError = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    const known = isUnavailable(error) ? failure('unavailable', '').failure : asFailure(error)
    const status = known ? statusOf[known.kind] : ((error as FastifyError).statusCode ?? 500)
    if (status >= 500 && !known)
      request.log.error({ err: error, route: request.routeOptions?.url }, 'request failed')
    if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '10')
    reply.header('cache-control', 'no-store')
    return send(pageOf(request, status, known?.message || undefined), request, reply)
  }

  server.setErrorHandler(answerError)
  server.setNotFoundHandler(async (request, reply) => {
    await identify(request, parts)
    return send(parts.errorPage({ status: 404 }), request, reply)
  })
  server.decorateRequest('actor', undefined)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    if (!request.raw.url?.startsWith('/') || request.raw.url.startsWith('//')) {
      return send(parts.errorPage({ status: 400 }), request, reply)
    }
  })
  server.addHook('onResponse', async (request, reply) => {
    const seconds = reply.elapsedTime / 1000
    const route = request.routeOptions.url ?? 'none'
    request.log.info({ method: request.method, route, status: reply.statusCode, seconds }, 'answered')
    parts.onAnswer?.({ method: request.method, route, status: reply.statusCode, seconds })
  })

  await server.register(fastifyCookie, { hook: 'onRequest' })
  await server.register(underPressure, {
    maxEventLoopDelay: config.OVERLOADED_AFTER_MS,
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

/** Public pages may be kept and asked after; what is one person's, or holds their form token, is not kept at all. */
function keepFor({ unlisted }: Exclude<Answer, Redirect>, reply: FastifyReply) {
  reply.header('vary', 'cookie')
  if (reply.hasHeader('cache-control')) return
  reply.header('cache-control', `${unlisted ? 'private' : 'public'}, max-age=0, must-revalidate`)
}
