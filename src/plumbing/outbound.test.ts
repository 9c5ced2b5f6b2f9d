import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as overTcp } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Guard, internetOnly, isOfTheInternet, postOutbound, Refused, readOutbound } from './outbound.ts'

/** A server of the inner network that counts what reaches it. */
async function canary(host = '127.0.0.1', port = 0, answer?: RequestListener) {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    if (answer) answer(request, response)
    else response.end('seen')
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject).listen(port, host, resolve)
  await promise
  onTestFinished(() => void server.close())
  return { heard, port: (server.address() as AddressInfo).port }
}

const sending = { headers: { 'content-type': 'application/json' }, body: '{}' }

/** As in production, but for the protocol and the port of the canary: only the rule on addresses stands between. */
const byAddress: Guard = { ...internetOnly, protocols: ['http:', 'https:'], ports: null }
const off: Guard = { ...byAddress, mayReach: () => true }
const resolving = (guard: Guard, ...answers: string[][]): Guard => {
  let asked = 0
  return { ...guard, resolve: async () => answers[Math.min(asked++, answers.length - 1)]! }
}

const loopback = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0x0.1',
  '127.0.0.1.',
  '１２７.0.0.1',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '0.0.0.0',
  '0',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  'localhost',
  'LOCALHOST',
]

describe('the inner network', () => {
  test.each(loopback)('is not reached as %s, and would be without the guard', async host => {
    const { heard, port } = await canary()
    await expect(postOutbound(`http://${host}:${port}/in`, sending, byAddress)).rejects.toThrow(Refused)
    expect(heard).toEqual([])
    expect(await postOutbound(`http://${host}:${port}/in`, sending, off)).toBe(200)
    expect(heard).toEqual(['/in'])
  })

  test('is not reached by a name that leads there, and would be without the guard', async () => {
    const { heard, port } = await canary()
    const address = `http://hooks.example.org:${port}/in`
    for (const answer of [['127.0.0.1'], ['::ffff:127.0.0.1'], ['93.184.216.34', '127.0.0.1']])
      await expect(postOutbound(address, sending, resolving(byAddress, answer))).rejects.toThrow(Refused)
    expect(heard).toEqual([])
    await postOutbound(address, sending, resolving(off, ['127.0.0.1']))
    expect(heard).toEqual(['/in'])
  })

  test('is not reached by a name that changes its mind, as it would be by asking twice', async () => {
    // 127.0.0.2 stands for the open internet: the guard knows only 127.0.0.1 as inner.
    const inner = await canary()
    const outer = await canary('127.0.0.2', inner.port)
    const guard: Guard = { ...byAddress, mayReach: address => address !== '127.0.0.1' }
    const address = `http://hooks.example.org:${inner.port}/in`
    const rebinding = () => resolving(guard, ['127.0.0.2'], ['127.0.0.1'])
    expect(await postOutbound(address, sending, rebinding())).toBe(200)
    expect([outer.heard, inner.heard]).toEqual([['/in'], []])
    const askedTwice = rebinding()
    const first = await askedTwice.resolve('hooks.example.org')
    expect(first.every(askedTwice.mayReach)).toBe(true)
    await postOutbound(address, sending, { ...askedTwice, mayReach: () => true })
    expect(inner.heard).toEqual(['/in'])
    await expect(
      postOutbound(address, sending, resolving(guard, ['127.0.0.1'], ['127.0.0.2'])),
    ).rejects.toThrow(Refused)
    expect(inner.heard).toEqual(['/in'])
  })

  test.each([301, 302, 303, 307, 308])(
    'is not reached by a redirect with %i, as by following it',
    async status => {
      const inner = await canary()
      const outer = await canary('127.0.0.2', 0, (_, response) => {
        response.writeHead(status, { location: `http://127.0.0.1:${inner.port}/in` }).end()
      })
      const guard: Guard = { ...byAddress, mayReach: address => address !== '127.0.0.1' }
      expect(await postOutbound(`http://127.0.0.2:${outer.port}/`, sending, guard)).toBe(status)
      expect(inner.heard).toEqual([])
      await fetch(`http://127.0.0.2:${outer.port}/`, { method: 'POST', body: '{}' })
      expect(inner.heard).toEqual(['/in'])
    },
  )
})

test.each([
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'not an address',
])('%s is not of the open internet', address => {
  expect(isOfTheInternet(address)).toBe(false)
})

test.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
  '%s is',
  address => {
    expect(isOfTheInternet(address)).toBe(true)
  },
)

test.each([
  'http://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'example.org',
  '//example.org',
  'https://example.org:22/',
  'https://example.org:80/',
  'https://user@example.org/',
  'https://user:secret@example.org/',
  'https://169.254.169.254/latest/meta-data',
  'https://0xa9fea9fe/',
  'https://[fd00:ec2::254]/',
  'https://[::ffff:a9fe:a9fe]/',
])('%s may not be asked', text => {
  expect(() => readOutbound(text)).toThrow(Refused)
})

test.each(['https://example.org/hook?a=1', 'https://example.org:443/', 'https://example.org:8443/'])(
  '%s may be',
  text => {
    expect(readOutbound(text).href).toContain('https://example.org')
  },
)

test('an answer without end is not read to its end', async () => {
  const { port } = await canary('127.0.0.1', 0, (_, response) => {
    const more = () => response.write('x'.repeat(65_536), error => error ?? setImmediate(more))
    more()
  })
  expect(await postOutbound(`http://127.0.0.1:${port}/`, sending, off)).toBe(200)
})

test('who answers with another protocol is not waited for', async () => {
  const server = overTcp(socket => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    })
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  await expect(postOutbound(`http://127.0.0.1:${port}/`, sending, off)).rejects.toThrow('no answer')
})
