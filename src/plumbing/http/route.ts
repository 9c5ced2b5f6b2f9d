import type { z } from 'zod'
import type { Access, Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Db } from '../database/database.ts'
import type { Site } from '../feature.ts'
import type { ReadForm } from '../form.ts'
import type { Answer } from './answer.ts'
import type { RawBody, RawLimit } from './raw-body.ts'
import type { Upload, UploadLimit } from './upload.ts'

/** What a handler is given. `query`, `params` and `form` have the shapes the route declared, `actor` is one whom it allows. */
export type RouteContext<Query = unknown, Params = unknown, Form = unknown, A extends Actor = Actor> = {
  db: Db
  site: Site
  clock: Clock
  config: Config
  actor: A
  /** Path and query as asked for. */
  url: URL
  query: Query
  params: Params
  /** The form that was sent, read. */
  form: ReadForm<Form>
  /** The file that came with the form; null when none was chosen, or the route takes none. */
  upload: Upload | null
  /** The body as it came, with the headers beside it; null where the route takes forms. */
  raw: RawBody | null
  browser: {
    /** What the browser is known by; empty at its first page. */
    key: string
    /** The network address it comes from. */
    network: string
    /** What it says it is. */
    agent: string
  }
}

type Shapes<Q extends z.ZodType, P extends z.ZodType, F extends z.ZodType, A extends Actor> = {
  /** Who may use it; the app does not start without. */
  access: Access<A>
  /** Requests a minute from one network address, where the work behind is dear. */
  perMinute?: number
  /** Addresses that fit this route with real rows behind them; the page tests visit each. */
  examples?: string[]
  query?: Q
  params?: P
  form?: F
  /** The file it takes beside its fields. */
  upload?: UploadLimit
  /** The body it takes in place of a form, as other programs send it. */
  raw?: RawLimit
  /** Taken in without a form token: nothing is changed by it, or no browser sends it. */
  fromAnywhere?: true
}

export type Route = {
  method: 'GET' | 'POST'
  path: string
  access: Access
  perMinute?: number
  examples?: string[]
  query?: z.ZodType
  params?: z.ZodType
  form?: z.ZodType
  upload?: UploadLimit
  raw?: RawLimit
  fromAnywhere?: true
  handle(context: RouteContext<never, never, never, never>): Promise<Answer>
}

declare module '../feature.ts' {
  interface Slots {
    routes: Route
  }
}

const route =
  (method: Route['method']) =>
  <Q extends z.ZodType, P extends z.ZodType, F extends z.ZodType, A extends Actor>(
    path: string,
    shapes: Shapes<Q, P, F, A>,
    handle: (context: RouteContext<z.output<Q>, z.output<P>, z.output<F>, A>) => Promise<Answer>,
  ): Route => ({ method, path, ...shapes, handle })

/** A page or file to read. A query or path that does not fit its shape is a page that does not exist. */
export const get = route('GET')

/** A form to take in. */
export const post = route('POST')
