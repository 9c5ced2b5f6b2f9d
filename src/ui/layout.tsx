import type { ComponentChildren } from 'preact'
import { asset } from './assets.ts'
import { classes, type Maybe } from './govuk/attributes.ts'
import { ServiceNavigation } from './govuk/service-navigation.tsx'
import { PhaseBanner } from './govuk/text.tsx'
import { SkipLink } from './govuk/way.tsx'
import { Anchor, Link } from './link.tsx'

export interface Place {
  label: string
  href: string
  /** Said after the label to those who do not see where it stands. */
  spoken?: string
  /** This very page. */
  current?: boolean
  /** A page inside this section. */
  active?: boolean
}

export interface DocumentProps {
  /** The page's own title; the site's name is added. */
  title: string
  description?: string
  /** Where the site answers, without a slash at the end: 'https://pipeline.example'. */
  baseUrl: string
  /** The page's own path, for the canonical address; none for a page that is no place, such as an error. */
  path?: string
  /** Atom feeds of what the page shows. */
  feeds?: { title: string; href: string }[]
  navigation: Maybe<Place>[]
  /** What stands at the far end of the bar: signing in, search. */
  corner?: Maybe<Place>[]
  footer: Place[]
  phase?: ComponentChildren
  /** Breadcrumbs or a way back, above the main part. */
  way?: ComponentChildren
  /** A full-width band at the top of the main part. */
  hero?: ComponentChildren
  children?: ComponentChildren
}

/** Three points joined: problems, people and work that meet. Drawn for a dark ground. */
const Points = () => (
  <svg
    class="app-wordmark__points"
    viewBox="0 0 32 32"
    width="32"
    height="32"
    aria-hidden="true"
    focusable="false"
  >
    <path class="app-wordmark__line" d="M7 6h10a9.5 9.5 0 0 1 0 20H10" />
    <circle cx="6" cy="6" r="5" />
    <circle cx="26" cy="16" r="5" />
    <circle cx="10" cy="26" r="5" />
  </svg>
)

const Bar = ({ navigation, corner }: Pick<DocumentProps, 'navigation' | 'corner'>) => (
  <header class="app-bar">
    <ServiceNavigation
      class="govuk-service-navigation--inverse"
      landmark="Pipeline"
      start={
        <Anchor class="app-wordmark" href="/">
          <Points />
          Pipeline
        </Anchor>
      }
      items={navigation}
      menu={{ label: 'Main' }}
      endIsInline
      end={
        corner?.some(Boolean) && (
          <ul class="app-bar__corner">
            {corner.map(
              place =>
                place && (
                  <li>
                    <Anchor
                      class="govuk-service-navigation__link"
                      href={place.href}
                      aria-current={place.current ? 'page' : undefined}
                    >
                      {place.label}
                      {place.spoken && <span class="govuk-visually-hidden">{place.spoken}</span>}
                    </Anchor>
                  </li>
                ),
            )}
          </ul>
        )
      }
    />
  </header>
)

const Footer = ({ links }: { links: Place[] }) => (
  <footer class="app-footer">
    <div class="govuk-width-container">
      <ul class="app-footer__links">
        {links.map(({ label, href }) => (
          <li>
            <Link class="govuk-link--inverse" href={href}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p class="app-footer__licence">
        Everything public here is open data under the{' '}
        <Link
          class="govuk-link--inverse"
          href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          rel="license"
        >
          Open Government Licence v3.0
        </Link>
        , except where a page says otherwise.
      </p>
    </div>
  </footer>
)

const Head = ({ title, description, baseUrl, path, feeds = [] }: DocumentProps) => {
  const full = title === 'Pipeline' ? title : `${title} – Pipeline`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{full}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#0b3d3a" />
      {description && <meta name="description" content={description} />}
      {path !== undefined && <link rel="canonical" href={baseUrl + path} />}
      {feeds.map(feed => (
        <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.href} />
      ))}
      <link
        rel="preload"
        href={asset('atkinson-next-400.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        href={asset('atkinson-next-700.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={asset('app.css')} />
      <script type="module" src={asset('app.js')} />
      <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
      <link rel="icon" href={asset('favicon-32.png')} sizes="32x32" type="image/png" />
      <link rel="apple-touch-icon" href={asset('favicon-180.png')} />
      <meta property="og:site_name" content="Pipeline" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {path !== undefined && <meta property="og:url" content={baseUrl + path} />}
      <meta property="og:image" content={baseUrl + asset('social-card.png')} />
      <meta property="og:image:alt" content="Pipeline: find who has the same problem before you start" />
      <meta name="twitter:card" content="summary_large_image" />
    </head>
  )
}

/** A whole page. The caller writes the doctype before it. */
export const Document = (props: DocumentProps) => (
  <html lang="en" class="govuk-template">
    <Head {...props} />
    <body class="govuk-template__body">
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <Bar navigation={props.navigation} corner={props.corner} />
      {(props.phase || props.way) && (
        <div class="govuk-width-container">
          {props.phase && (
            <aside aria-label="About this version">
              <PhaseBanner class="app-phase" tag="Beta">
                {props.phase}
              </PhaseBanner>
            </aside>
          )}
          {props.way && <section aria-label="Where you are">{props.way}</section>}
        </div>
      )}
      <main class={classes('app-main', props.hero && 'app-main--with-hero')} id="main-content">
        {props.hero}
        {props.children && (
          <div class="govuk-width-container">
            <div class="govuk-main-wrapper">{props.children}</div>
          </div>
        )}
      </main>
      <Footer links={props.footer} />
    </body>
  </html>
)
