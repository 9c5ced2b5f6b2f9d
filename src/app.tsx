import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { Page } from '#plumbing/http/answer.ts'
import { createServer, type ServerParts } from '#plumbing/http/server.ts'
import { Document, type Place } from '#ui/layout.tsx'
import { errorPage } from './error-page.tsx'
import type { NavigationItem } from './navigation.ts'

export type AppParts = Omit<ServerParts, 'renderPage' | 'errorPage'>

/** The site as an HTTP server: every feature's routes, in the site's document. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { site, config } = parts
  const frame: Frame = {
    baseUrl: config.BASE_URL,
    navigation: site.slot('navigation').toSorted((a, b) => a.order - b.order),
    footer: site.slot('footer').toSorted((a, b) => a.order - b.order),
  }
  return createServer({
    ...parts,
    errorPage,
    renderPage: (page, { url }) => `<!doctype html>${renderToString(inDocument(page, url, frame))}`,
  })
}

type Frame = { baseUrl: string; navigation: NavigationItem[]; footer: NavigationItem[] }

const placesFrom = (url: URL, items: NavigationItem[]): Place[] =>
  items.map(({ label, href }) => ({
    label,
    href,
    current: url.pathname === href,
    active: href !== '/' && url.pathname.startsWith(`${href}/`),
  }))

function inDocument(page: Page, url: URL, { baseUrl, navigation, footer }: Frame) {
  const { title, content, hero, way, description, canonical, unlisted } = page
  return (
    <Document
      title={title}
      description={description}
      baseUrl={baseUrl}
      path={unlisted ? undefined : (canonical ?? url.pathname)}
      navigation={placesFrom(url, navigation)}
      footer={placesFrom(url, footer)}
      hero={hero}
      way={way}
    >
      {content}
    </Document>
  )
}
