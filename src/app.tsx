import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { createServer, type ServerParts } from '#plumbing/http/server.ts'
import { errorPage } from './error-page.tsx'

export type AppParts = Omit<ServerParts, 'renderPage' | 'errorPage'>

/** The site as an HTTP server: every feature's routes, in the site's document. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  return createServer({
    ...parts,
    errorPage,
    renderPage: ({ title, content }) =>
      `<!doctype html>${renderToString(
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <title>{`${title} – Pipeline`}</title>
          </head>
          <body>
            <main id="main-content">{content}</main>
          </body>
        </html>,
      )}`,
  })
}
