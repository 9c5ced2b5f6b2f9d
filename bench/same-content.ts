import type { Ask } from './load.ts'
import type { PageKind } from './pages.ts'

const looked = 12

const heading = (html: string) => /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.trim()
/** Whom one speaks for and the way to one's page, or the way in. */
const corner = (html: string) =>
  [
    ...(/app-bar__corner">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '').matchAll(
      /<a[^>]*href="([^"]*)"[^>]*>([^<]*)/g,
    ),
  ]
    .map(([, href, words]) => `${words!.trim()} ${href}`)
    .join()

const count = (html: string, part: string) => html.split(part).length - 1

/** What both sides must agree in before their cost is compared. The search ranks differently, so its rows may differ. */
const traits = (html: string, name: string) => ({
  heading: heading(html),
  navigation: count(html, 'govuk-service-navigation__item'),
  corner: corner(html),
  skipLink: count(html, 'govuk-skip-link'),
  footer: count(html, 'app-footer__licence'),
  ...(name === 'search'
    ? {}
    : {
        rows: count(html, 'app-row__title'),
        boxes: count(html, 'govuk-checkboxes__input'),
        radios: count(html, 'govuk-radios__input'),
        counts: [...html.matchAll(/app-facet__count">(\([\d,]+\))/g)].map(([, number]) => number).join(),
        facts: count(html, 'govuk-summary-list__row'),
        paragraphs: count(html, '<p class="govuk-body">'),
      }),
})

async function read(origin: string, { path, cookie }: Ask) {
  const answer = await fetch(origin + path, { headers: cookie ? { cookie } : {} })
  if (answer.status !== 200) throw new Error(`${origin}${path} answered ${answer.status}.`)
  return answer.text()
}

/** Throws where the two sites show different things at the same address. */
export async function checkSameContent({ name, ours, usual }: PageKind, oursAt: string, usualAt: string) {
  for (let at = 0; at < Math.min(looked, ours.length); at++) {
    const [one, other] = [ours[at]!, usual[at]!]
    const said = [
      JSON.stringify(traits(await read(oursAt, one), name)),
      JSON.stringify(traits(await read(usualAt, other), name)),
    ]
    if (said[0] !== said[1])
      throw new Error(`${name}: ${one.path} and ${other.path} differ:\n${said.join('\n')}`)
  }
}
