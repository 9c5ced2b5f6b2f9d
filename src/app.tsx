import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { Actor } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import type { Page } from '#plumbing/http/answer.ts'
import { doneIn } from '#plumbing/http/done.ts'
import { createServer, type ServerParts } from '#plumbing/http/server.ts'
import { FormErrors, FormToken } from '#ui/form.tsx'
import { NotificationBanner } from '#ui/govuk/notification-banner.tsx'
import { Document, type Place } from '#ui/layout.tsx'
import { Link } from '#ui/link.tsx'
import { errorPage } from './error-page.tsx'
import type { NavigationItem } from './navigation.ts'

export type AppParts = Omit<ServerParts, 'renderPage' | 'errorPage'>

/** The site as an HTTP server: every feature's routes, in the site's document. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { site, config } = parts
  const frame: Frame = {
    baseUrl: config.BASE_URL,
    watching: site.slot('watching'),
    pageFeeds: site.slot('pageFeeds'),
    navigation: site.slot('navigation').toSorted((a, b) => a.order - b.order),
    footer: site.slot('footer').toSorted((a, b) => a.order - b.order),
  }
  return createServer({
    ...parts,
    errorPage,
    renderPage: (page, { url, actor, formToken }) =>
      `<!doctype html>${renderToString(
        <FormToken.Provider value={formToken}>
          {inDocument(page, url, actor, { ...frame, done: doneIn(site, url)?.says })}
        </FormToken.Provider>,
      )}`,
  })
}

type Frame = {
  baseUrl: string
  watching: Slots['watching'][]
  pageFeeds: Slots['pageFeeds'][]
  navigation: NavigationItem[]
  footer: NavigationItem[]
  /** What the page says was just done. */
  done?: string
}

type BarItem = Pick<Place, 'label' | 'href' | 'spoken'>

const placesFrom = (url: URL, items: BarItem[]): Place[] =>
  items.map(({ label, href, spoken }) => ({
    label,
    href,
    spoken,
    current: url.pathname === href,
    active: href !== '/' && url.pathname.startsWith(`${href}/`),
  }))

/** The far end of the bar: the way in, or whom one speaks for and what waits for one. */
const cornerFor = (actor: Actor): BarItem[] =>
  actor.kind === 'person'
    ? [
        ...(actor.actingFor
          ? [
              {
                label: actor.actingFor.name,
                spoken: ', for which you speak',
                href: '/account/organisations',
              },
            ]
          : []),
        { label: 'My page', href: '/my' },
      ]
    : [{ label: 'Sign in', href: '/sign-in' }]

function inDocument(
  page: Page,
  url: URL,
  actor: Actor,
  { baseUrl, navigation, footer, watching, pageFeeds, done }: Frame,
) {
  const { title, content, hero, way, description, canonical, unlisted, watch, feeds = [], errors = [] } = page
  return (
    <Document
      title={errors.length > 0 ? `Error: ${title}` : title}
      description={description}
      baseUrl={baseUrl}
      path={unlisted ? undefined : (canonical ?? url.pathname)}
      feeds={[...feeds, ...pageFeeds.flatMap(({ feedOf }) => feedOf(url) ?? [])]}
      navigation={placesFrom(url, navigation)}
      corner={placesFrom(url, cornerFor(actor))}
      footer={placesFrom(url, footer)}
      hero={hero}
      way={way}
    >
      {errors.length > 0 && <FormErrors errors={errors} />}
      {done && (
        <NotificationBanner isSuccess title="Done">
          {done}
        </NotificationBanner>
      )}
      {watch &&
        watching.map(({ pathFor }) => (
          <p class="govuk-body-s app-watch">
            <Link href={pathFor(url.pathname + url.search)} rel="nofollow">
              Be told {watch}
            </Link>
          </p>
        ))}
      {content}
    </Document>
  )
}
