import type { z } from 'zod'
import type { Access, Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Db } from '../database/database.ts'
import type { Site } from '../feature.ts'
import type { Answer } from './answer.ts'

/** What a handler is given. `query`, `params` and `body` have the shapes the route declared. */
export type RouteContext<Query = unknown, Params = unknown, Body = unknown> = {
  db: Db
  site: Site
  clock: Clock
  config: Config
  actor: Actor
  /** Path and query as asked for. */
  url: URL
  query: Query
  params: Params
  body: Body
}

type Shapes<Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType> = {
  /** Who may use it; the app does not start without. */
  access: Access
  /** Requests a minute from one network address, where the work behind is dear. */
  perMinute?: number
  /** Addresses that fit this route with real rows behind them; the page tests visit each. */
  examples?: string[]
  query?: Q
  params?: P
  body?: B
}

export type Route = {
  method: 'GET' | 'POST'
  path: string
  access: Access
  perMinute?: number
  examples?: string[]
  query?: z.ZodType
  params?: z.ZodType
  body?: z.ZodType
  handle(context: RouteContext<never, never, never>): Promise<Answer>
}

declare module '../feature.ts' {
  interface Slots {
    routes: Route
  }
}

const route =
  (method: Route['method']) =>
  <Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType>(
    path: string,
    shapes: Shapes<Q, P, B>,
    handle: (context: RouteContext<z.output<Q>, z.output<P>, z.output<B>>) => Promise<Answer>,
  ): Route => ({ method, path, ...shapes, handle })

/** A page or file to read. A query or path that does not fit its shape is a page that does not exist. */
export const get = route('GET')

/** A form to take in. */
export const post = route('POST')
