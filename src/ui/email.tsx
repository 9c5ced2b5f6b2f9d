import { type ComponentChildren, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Anchor } from './link.tsx'

/** A piece of a letter. `href` is a path of this site; where words hold line breaks, they are kept. */
export type LetterPart =
  | { paragraph: string }
  | { action: { label: string; href: string } }
  | { code: string }
  | { list: { words: string; href?: string }[] }
  | { quote: string }

/** What a mail says, from which its plain text and its HTML are both made. */
export type Letter = {
  subject: string
  parts: LetterPart[]
  /** The last line: "You get this because …". */
  why: string
  /** The path that ends mail like this when it is posted to, with a secret of its own (RFC 8058). */
  unsubscribe?: string
  /** A link in it acts for whoever has it: its words are forgotten once it has left. */
  isSecret?: true
}

/** A path of this site as an address that works in a mail. */
export const absoluteAddress = (href: string, baseUrl: string) => new URL(baseUrl + href).href

// Mail programs know attributes that browsers have given up, and many drop styles: so does our own policy.
const colours = {
  ink: '#0b0c0c',
  pine: '#0b3d3a',
  sea: '#0b5c57',
  paper: '#f3f1ea',
  mist: '#e8f0ee',
  white: '#ffffff',
}

interface FontProps {
  size?: string
  face?: string
  color?: string
  children?: ComponentChildren
}
const Font = ({ face = 'Arial, Helvetica, sans-serif', color = colours.ink, ...rest }: FontProps) =>
  h('font', { face, color, ...rest })

const Lines = ({ children }: { children: string }) => (
  <>
    {children.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

interface BoxProps {
  colour: string
  padding: string
  width?: '100%'
  children: ComponentChildren
}
const Box = ({ colour, padding, width, children }: BoxProps) => (
  <table role="presentation" width={width} cellpadding={padding} cellspacing="0">
    <tr>
      {/* Spread, because the types know no such attribute. */}
      <td {...{ bgcolor: colour }}>{children}</td>
    </tr>
  </table>
)

const LetterPiece = ({ part, baseUrl }: { part: LetterPart; baseUrl: string }) => {
  const link = (href: string, words: string) => (
    <Anchor href={absoluteAddress(href, baseUrl)}>
      <Font color={colours.sea}>{words}</Font>
    </Anchor>
  )
  if ('paragraph' in part)
    return (
      <p>
        <Font size="3">
          <Lines>{part.paragraph}</Lines>
        </Font>
      </p>
    )
  if ('action' in part)
    return (
      <Box colour={colours.mist} padding="14">
        <Font size="4">
          <b>{link(part.action.href, part.action.label)}</b>
        </Font>
      </Box>
    )
  if ('code' in part)
    return (
      <p>
        <Font size="6" face="Courier New, Courier, monospace">
          <b>{part.code}</b>
        </Font>
      </p>
    )
  if ('list' in part)
    return (
      <ul>
        {part.list.map(({ words, href }) => {
          const [first = '', ...more] = words.split('\n')
          return (
            <li>
              <Font size="3">
                {href === undefined ? first : link(href, first)}
                {more.map(line => (
                  <>
                    <br />
                    {line}
                  </>
                ))}
              </Font>
            </li>
          )
        })}
      </ul>
    )
  return (
    <blockquote>
      <Box colour={colours.paper} padding="10">
        <Font size="3">
          <Lines>{part.quote}</Lines>
        </Font>
      </Box>
    </blockquote>
  )
}

const LetterDocument = ({ letter, baseUrl }: { letter: Letter; baseUrl: string }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{letter.subject}</title>
    </head>
    <body>
      <Box colour={colours.pine} padding="20" width="100%">
        <Font size="4" color={colours.white}>
          <b>Pipeline</b>
        </Font>
      </Box>
      <Box colour={colours.white} padding="20" width="100%">
        {letter.parts.map(part => (
          <LetterPiece part={part} baseUrl={baseUrl} />
        ))}
        <hr />
        <p>
          <Font size="2">
            <Lines>{letter.why}</Lines>
          </Font>
        </p>
      </Box>
    </body>
  </html>
)

/** The HTML version of a letter: a table, attributes instead of styles, no picture and nothing to load. */
export const letterAsHtml = (letter: Letter, baseUrl: string) =>
  `<!doctype html>${renderToString(<LetterDocument letter={letter} baseUrl={baseUrl} />)}`
