import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { Site } from '#plumbing/feature.ts'
import type { Page } from '#plumbing/http/answer.ts'
import { createServer, type ServerParts } from '#plumbing/http/server.ts'
import { Document, type Place } from '#ui/layout.tsx'
import { errorPage } from './error-page.tsx'

export type AppParts = Omit<ServerParts, 'renderPage' | 'errorPage'>

/** The site as an HTTP server: every feature's routes, in the site's document. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { site, config } = parts
  return createServer({
    ...parts,
    errorPage,
    renderPage: (page, { url }) => `<!doctype html>${renderToString(inDocument(page, url, site, config.BASE_URL))}`,
  })
}

function inDocument({ title, content, hero, way, description, canonical, unlisted }: Page, url: URL, site: Site, baseUrl: string) {
  const places = (slot: 'navigation' | 'footer'): Place[] =>
    site
      .slot(slot)
      .toSorted((a, b) => a.order - b.order)
      .map(({ label, href }) => ({
        label,
        href,
        current: url.pathname === href,
        active: href !== '/' && url.pathname.startsWith(`${href}/`),
      }))
  return (
    <Document
      title={title}
      description={description}
      baseUrl={baseUrl}
      path={unlisted ? undefined : (canonical ?? url.pathname)}
      navigation={places('navigation')}
      footer={places('footer')}
      hero={hero}
      way={way}
    >
      {content}
    </Document>
  )
}
