import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Item, sendingOf } from './message.ts'

const item: Item = {
  kind: 'problem',
  title: '[Bins](https://evil.test) <!channel> *missed*\nagain',
  url: 'https://pipeline.test/problems/bins',
  meta: ['Problem', 'Leeds'],
  says: 'New',
  because: ['Missed bins'],
  matchedAt: new Date('2026-11-21T10:00:00Z'),
}
const message = {
  id: '019aa000-0000-7000-8000-000000000000',
  madeAt: new Date('2026-11-21T10:01:00Z'),
  items: [item],
}
const now = new Date('2026-11-21T10:02:00Z')
const secret = `whsec_${Buffer.from('a secret of 32 bytes for a test!').toString('base64')}`
const bodyOf = (kind: 'teams' | 'slack' | 'webhook') =>
  sendingOf({ kind, secret: kind === 'webhook' ? secret : null }, message, now)

test('a webhook is signed over id, time and body', () => {
  const { headers, body } = bodyOf('webhook')
  const expected = createHmac('sha256', 'a secret of 32 bytes for a test!')
    .update(`${message.id}.1795255320.${body}`)
    .digest('base64')
  expect(headers).toMatchObject({
    'webhook-id': message.id,
    'webhook-timestamp': '1795255320',
    'webhook-signature': `v1,${expected}`,
  })
  expect(JSON.parse(body).data.items).toMatchObject([{ happened: 'New', because: ['Missed bins'] }])
})

test('Teams is sent a card in which a title is text and nothing else', () => {
  const { headers, body } = bodyOf('teams')
  expect(Object.keys(headers)).not.toContain('webhook-signature')
  const { type, attachments } = JSON.parse(body)
  expect([type, attachments[0].contentType]).toEqual(['message', 'application/vnd.microsoft.card.adaptive'])
  expect(attachments[0].content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' })
  expect(body).not.toContain('"TextBlock"')
  expect(body).toContain('Why: asked for “Missed bins”.')
})

test('Slack is sent blocks in which a title calls nobody', () => {
  const { text, blocks } = JSON.parse(bodyOf('slack').body)
  expect(JSON.stringify([text, blocks])).not.toContain('<!channel>')
  expect(blocks[0].text.text).toMatch(
    /^<https:\/\/pipeline\.test\/problems\/bins\|\[Bins\].*&lt;!channel&gt; \*missed\* again>\n/,
  )
  expect(JSON.stringify(blocks)).toContain('Why: asked for “Missed bins”.')
})
