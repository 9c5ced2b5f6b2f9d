import { createHmac } from 'node:crypto'
import type { Sending } from '#plumbing/outbound.ts'
import type { HookKind } from './hook.ts'

/** A thing as a message tells it; `url` is whole, `says` what happened, `because` the subscriptions that found it: none where a person passes it on. */
export type Item = {
  kind: string
  title: string
  url: string
  meta: string[]
  says: string
  because: string[]
  matchedAt: Date
}

/** One message: `id` is the same at every try. */
export type Message = { id: string; madeAt: Date; items: Item[] }

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 300)
const whyOf = ({ says, because }: Item) =>
  because.length === 0
    ? inOneLine(says)
    : `${says}. Why: asked for ${because.map(name => `“${inOneLine(name)}”`).join(', ')}.`
const headline = ({ items }: Message) =>
  items.length === 1
    ? inOneLine(items[0]!.title)
    : `${inOneLine(items[0]!.title)}, and ${items.length - 1} more`

// Runs of text are shown as they are: in text blocks a title could hold links and pictures of its own.
const run = (text: string, more: object = {}) => ({ type: 'TextRun', text, ...more })

/** For a workflow of Teams: an Adaptive Card of version 1.4. */
const asCard = (message: Message) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        fallbackText: headline(message),
        body: message.items.map((item, at) => ({
          type: 'Container',
          separator: at > 0,
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                run(inOneLine(item.title), {
                  weight: 'Bolder',
                  selectAction: { type: 'Action.OpenUrl', url: item.url },
                }),
              ],
            },
            {
              type: 'RichTextBlock',
              inlines: [run([inOneLine(item.meta.join(' · ')), whyOf(item)].filter(Boolean).join(' – '))],
            },
          ],
        })),
      },
    },
  ],
})

const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const inSlack = (text: string) => text.replace(/[&<>]/g, found => named[found as keyof typeof named])

/** For an incoming webhook of Slack: blocks, and a line for notices. */
const asBlocks = (message: Message) => ({
  text: inSlack(headline(message)),
  blocks: message.items.flatMap(item => [
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: `<${inSlack(item.url)}|${inSlack(inOneLine(item.title))}>\n${inSlack(inOneLine(item.meta.join(' · ')))}`,
      },
    },
    {
      type: 'context',
      elements: [{ type: 'plain_text', text: whyOf(item).slice(0, 2000), emoji: false }],
    },
  ]),
})

/** For a program. */
const asJson = ({ id, madeAt, items }: Message) => ({
  type: 'subscription.found',
  id,
  timestamp: madeAt.toISOString(),
  data: {
    items: items.map(({ kind, title, url, meta, says, because, matchedAt }) => ({
      kind,
      title,
      url,
      about: meta,
      happened: says,
      because,
      found_at: matchedAt.toISOString(),
    })),
  },
})

export const secretPrefix = 'whsec_'

/** The signature of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`; `at` in seconds. */
export const signatureOf = (secret: string, { id, at, body }: { id: string; at: number; body: string }) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(secretPrefix.length), 'base64'))
    .update(`${id}.${at}.${body}`)
    .digest('base64')}`

const written = { webhook: asJson, teams: asCard, slack: asBlocks }

/** A message as a hook takes it; signed anew at each try. */
export function sendingOf(
  { kind, secret }: { kind: HookKind; secret: string | null },
  message: Message,
  now: Date,
): Sending {
  const body = JSON.stringify(written[kind](message))
  const headers = { 'content-type': 'application/json', 'user-agent': 'Pipeline' }
  if (secret === null) return { headers, body }
  const at = Math.floor(now.getTime() / 1000)
  return {
    body,
    headers: {
      ...headers,
      'webhook-id': message.id,
      'webhook-timestamp': String(at),
      'webhook-signature': signatureOf(secret, { id: message.id, at, body }),
    },
  }
}
