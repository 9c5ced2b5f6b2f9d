import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { addCompression, encodingFor } from './compression.ts'

describe('the encoding of an answer', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, BR;q=0.5', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000, gzip;q=0', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('for a browser that takes %s it is %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })
})

describe('compression', () => {
  const words = 'Missed bins – reported twice. '.repeat(100)
  const ask = (path: string, encoding: string) => {
    const server = Fastify()
    addCompression(server)
    server.get('/page', (_, reply) => reply.type('text/html; charset=utf-8').send(words))
    server.get('/short', (_, reply) => reply.type('text/html; charset=utf-8').send('Gone'))
    server.get('/picture', (_, reply) => reply.type('image/png').send(Buffer.alloc(5000)))
    return server.inject({ url: path, headers: { 'accept-encoding': encoding } })
  }

  test('gives back the same page in either encoding', async () => {
    const brotli = await ask('/page', 'gzip, br')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(words)
    const gzip = await ask('/page', 'gzip')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gzip.headers['content-length']).toBe(String(gzip.rawPayload.length))
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(words)
  })

  test('tells caches that the answer depends on what the browser takes, also when it is plain', async () => {
    const plain = await ask('/page', 'identity')
    expect(plain.payload).toBe(words)
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding' })
    expect(plain.headers).not.toHaveProperty('content-encoding')
  })

  test('leaves alone what is short or no text', async () => {
    expect((await ask('/short', 'br')).headers).not.toHaveProperty('content-encoding')
    expect((await ask('/picture', 'br')).headers).not.toHaveProperty('content-encoding')
  })
})
