import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { exchange, mutants, rawRequests, statusOf } from './attacks/raw-requests.ts'
import { testApp } from './support.ts'

// The answer to a request that was held until the server's patience ended.
const held = 408

async function listening() {
  const { app } = await testApp()
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

test('requests that no browser sends are refused and not waited for, and the next is answered as ever', async () => {
  const port = await listening()
  for (const [what, [bytes, ...statuses]] of Object.entries(rawRequests)) {
    const answer = await exchange(port, bytes)
    expect({ what, status: statusOf(answer) }).toEqual({
      what,
      status: expect.toBeOneOf(statuses.length > 0 ? statuses : [0]),
    })
    expect(answer, what).not.toMatch(/root:|"name": "pipeline"|node_modules|evil\.example/)
    if (statuses.length > 0 && what !== 'no host')
      expect(answer.toLowerCase(), what).toMatch(/content-security-policy: default-src 'self'[^\n]*\r\n/)
  }
  const answer = await exchange(port, 'GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  expect(answer).toContain('"alive":true')
})

test('requests with some bytes changed never break anything', async () => {
  const port = await listening()
  const broken: string[] = []
  const queue = mutants(1000, 20_261_121)
  const sender = async () => {
    for (let bytes = queue.pop(); bytes !== undefined; bytes = queue.pop()) {
      const status = statusOf(await exchange(port, bytes, true))
      if (status >= 500 || status === held) broken.push(bytes)
    }
  }
  await Promise.all(Array.from({ length: 8 }, sender))
  expect(broken).toEqual([])
})
