import type { FastifyInstance } from 'fastify'
import { renderToStringAsync } from 'preact-render-to-string'
import { createServer, type ServerParts } from '#plumbing/http/server.ts'
import { errorPage } from './error-page.tsx'

export type AppParts = Omit<ServerParts, 'renderPage' | 'errorPage'>

/** The site as an HTTP server: every feature's routes, in the site's document. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  return createServer({ ...parts, errorPage, renderPage: () => '' })
}
