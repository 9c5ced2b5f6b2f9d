import type { LightMyRequestResponse } from 'fastify'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Answer = Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>

const required: [string, RegExp][] = [
  ['content-security-policy', /^default-src 'self';(?!.*unsafe)(?=.*frame-ancestors 'none')/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^deny$/i],
  ['referrer-policy', /^same-origin$/],
  ['strict-transport-security', /max-age=\d{8}/],
]
const foreign = /^(iframe|frame|object|embed|base|style|applet|marquee|video|audio|img|portal|math|template)$/
const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'content'])
/** What a browser is known by once it has seen a form, and that taken away again. */
const ownKey = /^pipeline=([\w-]{43})?;( Max-Age=\d+;)? Path=\/;( Expires=[\w,: ]+;)? HttpOnly; SameSite=Lax$/
const innards = /node_modules|\.[jt]sx?:\d+:\d+|DatabaseError|PGlite|kysely|syntax error at or near/

/** Addresses that run something, or that leave the site without saying where to. */
const runsOrLeaves = (address: string) =>
  /^[\s\p{Cc}]*(javascript|data|vbscript|file|blob):/iu.test(address) ||
  /^[\s\p{Cc}]*[/\\][/\\]/u.test(address)

function* elementsOf(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsOf(child)
  }
}

function harmInElement({ tagName, attrs }: Tree.Element): string[] {
  const isOurScript = attrs.some(({ name, value }) => name === 'src' && /^\/assets\/[\w.-]+$/.test(value))
  return [
    ...(foreign.test(tagName) || (tagName === 'script' && !isOurScript) ? [`<${tagName}>`] : []),
    ...attrs.flatMap(({ name, value }) => {
      const isHarm =
        /^on|^style$|^srcdoc$|^http-equiv$|[^\w:-]/.test(name) ||
        (addresses.has(name) && tagName !== 'meta' && runsOrLeaves(value))
      return isHarm ? [`<${tagName} ${name}="${value.slice(0, 60)}">`] : []
    }),
  ]
}

/** What a page holds that somebody else may have put there to run. */
export const harmInPage = (html: string): string[] => [...elementsOf(parse(html))].flatMap(harmInElement)

/** What is wrong with an answer, whatever was asked: broken, unguarded, talkative, leading away or running something. */
export function harmOf({ statusCode, headers, body }: Answer): string[] {
  const text = (name: string) => String(headers[name] ?? '')
  return [
    ...(statusCode >= 500 ? [`status ${statusCode}`] : []),
    ...required.flatMap(([name, form]) => (form.test(text(name)) ? [] : [`${name}: ${text(name)}`])),
    ...[headers['set-cookie'] ?? []].flat().flatMap(cookie => (ownKey.test(cookie) ? [] : ['sets a cookie'])),
    ...(text('location') && !/^\/(?![/\\])[!-~]*$/.test(text('location'))
      ? [`leads to ${text('location')}`]
      : []),
    ...(innards.test(body) ? ['tells what it is made of'] : []),
    ...(text('content-type').startsWith('text/html') ? harmInPage(body) : []),
  ]
}
