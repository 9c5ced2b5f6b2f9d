import { expect, test } from 'vitest'
import { officeWithServer } from '#test/post-office.ts'

test('mails that are due at once share connections, and each arrives once', async () => {
  const { queue, drain, mails, sink } = await officeWithServer()
  const keys = Array.from({ length: 30 }, (_, n) => `k${n}`)
  for (const key of keys) await queue({ key, to: `${key}@leeds.example` })
  await drain()
  expect(sink.received.flatMap(({ to }) => to).sort()).toEqual(keys.map(key => `${key}@leeds.example`).sort())
  expect(sink.connections()).toBeLessThan(10)
  expect((await mails()).every(({ state }) => state === 'sent')).toBe(true)
})

test('a mail that is refused for good holds up none of those that leave beside it', async () => {
  const { queue, drain, mails } = await officeWithServer({
    recipient: '550 5.1.1 no such user',
    refuses: ['gone@leeds.example'],
  })
  for (const name of ['ann', 'gone', 'jo', 'kim', 'lee', 'max'])
    await queue({ key: name, to: `${name}@leeds.example` })
  await drain()
  expect((await mails()).map(({ recipient, state }) => `${recipient} ${state}`)).toEqual([
    'ann@leeds.example sent',
    'gone@leeds.example refused',
    'jo@leeds.example sent',
    'kim@leeds.example sent',
    'lee@leeds.example sent',
    'max@leeds.example sent',
  ])
})
