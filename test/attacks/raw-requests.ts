import { connect } from 'node:net'
import { seededNumbers } from './naughty-strings.ts'

const ending = 'Host: pipeline.test\r\nConnection: close\r\n'
const get = (target: string, more = '', version = 'HTTP/1.1') =>
  `GET ${target} ${version}\r\n${ending}${more}\r\n`
const post = (more: string, body: string) =>
  `POST /check HTTP/1.1\r\n${ending}Content-Type: application/x-www-form-urlencoded\r\n${more}\r\n${body}`

/** Requests as they go over the wire, with the statuses that may answer them; none: just hung up on. */
export const rawRequests: Record<string, [bytes: string, ...statuses: number[]]> = {
  'a length and chunks': [post('Content-Length: 6\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\nG'), 400],
  'chunks and a length': [post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', '5c\r\nGPOST /'), 400],
  'two lengths': [post('Content-Length: 1\r\nContent-Length: 2\r\n', 'aa'), 400],
  'a length below nothing': [post('Content-Length: -1\r\n', ''), 400],
  'an encoding behind a space': [post('Transfer-Encoding : chunked\r\n', '0\r\n\r\n'), 400],
  'an encoding nobody knows': [post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'), 400],
  'a chunk longer than numbers': [post('Transfer-Encoding: chunked\r\n', 'FFFFFFFFFFFFFFFFF\r\na'), 400],
  'a body of 100 MB': [post('Content-Length: 104857600\r\n', 'problem=a'), 413],
  'ten thousand fields': [post('Content-Length: 40000\r\n', 'a=1&'.repeat(10_000)), 422, 413],
  'a header of 32 kB': [get('/', `X-Long: ${'a'.repeat(32_768)}\r\n`), 431],
  'a NUL in the address': [get('/\u0000'), 400],
  'a NUL in a header': [get('/', 'X-A: a\u0000b\r\n'), 400],
  'a folded header': [get('/', 'X-A: a\r\n b\r\n'), 400],
  'an address of another site': [get('http://evil.example/'), 400],
  'an address that is none': [get('http://['), 400],
  'two slashes': [get('//evil.example/'), 400],
  'a slash and a backslash': [get('/\\evil.example/'), 404],
  'a slash, a backslash and what is no host': [get('/\\['), 404],
  'a port too high behind a backslash': [get('/\\a:99999/'), 404],
  'a way out of the assets': [get('/assets/../../package.json'), 403, 404],
  'an encoded way out of the assets': [get('/assets/%2e%2e/%2e%2e/package.json'), 403, 404],
  'a way out of the assets by backslashes': [get('/assets/..%5c..%5cpackage.json'), 403, 404],
  'a way to the system': [get('/../../../../etc/passwd'), 404],
  'a bad percent encoding': [get('/%zz'), 400],
  'an overlong encoding': [get('/%c0%ae%c0%ae/'), 400],
  'a version to come': [get('/', '', 'HTTP/9.9'), 400],
  'another protocol': [get('/', '', 'XTTP/1.1'), 400],
  'a method nobody knows': [get('/').replace('GET', 'NONSENSE'), 400],
  'a trace': [get('/').replace('GET', 'TRACE'), 404],
  'a tunnel': [get('evil.example:80').replace('GET', 'CONNECT')],
  'no host': ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  'a star': [get('*').replace('GET', 'OPTIONS'), 400, 404],
  'bytes of another protocol': ['\u0016\u0003\u0001\u0002\u0000', 400],
}

/** The answer to bytes sent over TCP, once the connection has ended; `isAll`: no more bytes can follow. */
export function exchange(port: number, bytes: string, isAll = false): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', part => {
      answer += part
    })
    // Refused while still sending is an end like any other.
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.write(Buffer.from(bytes, 'latin1'))
    if (isAll) socket.end()
  })
}

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

const base = get('/search?q=bins&kind=project', 'Accept: text/html\r\nCookie: a=b\r\nRange: bytes=0-1\r\n')
const inserted = [
  '\u0000',
  '\r\n',
  '\n',
  ' ',
  ':',
  '%',
  '%00',
  '/',
  '\\',
  '\u00ff',
  'A'.repeat(500),
  '\t',
  ';',
  '?',
]

/** A valid request with one to four of its bytes deleted, doubled, changed or followed by something else. */
export function mutants(count: number, seed: number): string[] {
  const random = seededNumbers(seed)
  const below = (end: number) => Math.floor(random() * end)
  const mutate = (bytes: string) => {
    const at = below(bytes.length)
    const [before, byte, after] = [bytes.slice(0, at), bytes[at], bytes.slice(at + 1)]
    const other = String.fromCharCode(below(256))
    const changes = [
      before + after,
      before + byte + byte + after,
      before + other + after,
      before + inserted[below(inserted.length)] + byte + after,
    ]
    return changes[below(changes.length)]!
  }
  return Array.from({ length: count }, () => {
    let bytes = base
    for (let left = 1 + below(4); left > 0; left -= 1) bytes = mutate(bytes)
    return bytes
  })
}
