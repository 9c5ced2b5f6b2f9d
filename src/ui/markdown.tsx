import MarkdownIt, { type Token } from 'markdown-it'
import type { ComponentChildren } from 'preact'
import { Link } from './link.tsx'

export const reader = new MarkdownIt('commonmark', { html: false, linkify: false })

type Element = 'p' | 'ul' | 'ol' | 'li' | 'blockquote' | 'em' | 'strong'
const plainElements: Record<string, { as: Element; class?: string }> = {
  paragraph: { as: 'p', class: 'govuk-body' },
  bullet_list: { as: 'ul', class: 'govuk-list govuk-list--bullet' },
  ordered_list: { as: 'ol', class: 'govuk-list govuk-list--number' },
  list_item: { as: 'li' },
  blockquote: { as: 'blockquote', class: 'govuk-inset-text' },
  em: { as: 'em' },
  strong: { as: 'strong' },
}

/** Sizes of headings by their level on the page. */
const headingClasses: Record<number, string> = { 2: 'govuk-heading-m', 3: 'govuk-heading-s' }
const deepest = 6

interface MarkdownProps {
  text: string
  /** The level of the heading it stands under: its own begin one below. */
  under: number
}

/**
 * Text that a person wrote in Markdown. It is made of elements, never of HTML: tags that were typed stay words, pictures
 * become links, and a link leads only where `Link` lets it.
 */
export const Markdown = ({ text, under }: MarkdownProps) => (
  <div class="app-markdown">{elementsOf(reader.parse(text, {}), { under })}</div>
)

/** `isInLink`: a link cannot hold another. */
type Place = { under: number; isInLink?: boolean }

function elementsOf(tokens: Token[], place: Place): ComponentChildren[] {
  const made: ComponentChildren[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.nesting !== 1) {
      made.push(leafOf(token, place))
      continue
    }
    const end = closingOf(tokens, at)
    const inside = { ...place, isInLink: place.isInLink || token.type === 'link_open' }
    made.push(elementOf(token, elementsOf(tokens.slice(at + 1, end), inside), place))
    at = end
  }
  return made
}

function closingOf(tokens: Token[], start: number): number {
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    depth += tokens[at]!.nesting
    if (depth === 0) return at
  }
  return tokens.length
}

function elementOf(token: Token, children: ComponentChildren[], { under }: Place): ComponentChildren {
  const name = token.type.replace(/_open$/, '')
  if (name === 'link') return <WrittenLink href={String(token.attrGet('href'))}>{children}</WrittenLink>
  if (name === 'heading') {
    const level = Math.min(under + Number(token.tag.slice(1)), deepest)
    const Heading = `h${level}` as 'h4'
    return <Heading class={headingClasses[level] ?? 'govuk-heading-s'}>{children}</Heading>
  }
  if (token.hidden) return children
  const { as: Element, class: look } = plainElements[name]!
  if (Element === 'ol')
    return (
      <ol class={look} start={startOf(token)}>
        {children}
      </ol>
    )
  return <Element class={look}>{children}</Element>
}

/** The number that a list was begun with, where it is not one. */
const startOf = (token: Token) => {
  const start = token.attrGet('start')
  return start === null ? undefined : Number(start)
}

function leafOf(token: Token, place: Place): ComponentChildren {
  switch (token.type) {
    case 'inline':
      return elementsOf(token.children ?? [], place)
    case 'softbreak':
      return '\n'
    case 'hardbreak':
      return <br />
    case 'hr':
      return <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    case 'code_inline':
      return <code>{token.content}</code>
    case 'code_block':
    case 'fence':
      return (
        <pre>
          <code>{token.content}</code>
        </pre>
      )
    case 'image':
      return place.isInLink ? (
        token.content
      ) : (
        <WrittenLink href={String(token.attrGet('src'))}>{token.content || 'Picture'}</WrittenLink>
      )
    default:
      return token.content
  }
}

/** To a page of this site, whoever wrote it. */
const isOwn = (href: string) => /^\/(?!\/)/.test(href)

const WrittenLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <Link href={href} rel={isOwn(href) ? undefined : 'nofollow ugc'}>
    {children}
  </Link>
)
