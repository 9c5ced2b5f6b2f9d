import { lookup } from 'node:dns/promises'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What may be asked of the world at an address that a person typed. */
export type Guard = {
  protocols: string[]
  /** Null for any. */
  ports: string[] | null
  /** Whether a connection may be made to an address of the network. */
  mayReach(address: string): boolean
  /** All addresses of a host's name. */
  resolve(host: string): Promise<string[]>
}

/** Why nothing was sent; in words for whoever gave the address. */
export class Refused extends Error {}

const reserved = new BlockList()
const networks4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
for (const [network, bits] of networks4) reserved.addSubnet(network, bits, 'ipv4')

const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')
// Of these some lead on to an IPv4 address that they hold (6to4, Teredo), and some are for examples.
const withheld = new BlockList()
const networks6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]
for (const [network, bits] of networks6) withheld.addSubnet(network, bits, 'ipv6')

/**
 * Whether an address is one of the open internet, by IANA's registries of addresses for special purposes. Of IPv6 only what is
 * given out to networks: so IPv4 in IPv6, link-local, unique local, multicast and translation are none.
 */
export function isOfTheInternet(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !reserved.check(address, 'ipv4')
  return version === 6 && given.check(address, 'ipv6') && !withheld.check(address, 'ipv6')
}

const resolveAll = async (host: string) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/** Encrypted, at the usual port, to the open internet. */
export const internetOnly: Guard = {
  protocols: ['https:'],
  ports: ['', '8443'],
  mayReach: isOfTheInternet,
  resolve: resolveAll,
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/** The address as a URL that may be asked, before its host is looked up. Throws Refused. */
export function readOutbound(
  text: string,
  { protocols, ports, mayReach }: Pick<Guard, 'protocols' | 'ports' | 'mayReach'> = internetOnly,
): URL {
  const url = URL.parse(text)
  if (!url) throw new Refused('This is not a whole address. It begins with https://')
  if (!protocols.includes(url.protocol)) throw new Refused('The address begins with https://')
  if (url.username || url.password) throw new Refused('The address holds no name and no password')
  if (ports && !ports.includes(url.port)) throw new Refused('The address has no port, or port 8443')
  const host = bare(url.hostname)
  if (isIP(host) && !mayReach(host)) throw new Refused('The address leads into a private network')
  return url
}

/** Asked by the connection itself: what it answers is what is connected to, so that a name cannot change its mind between. */
const guardedLookup =
  ({ resolve, mayReach }: Pick<Guard, 'resolve' | 'mayReach'>): LookupFunction =>
  (host, { all }, callback) => {
    const answer = async () => {
      const addresses = await resolve(host)
      if (addresses.length === 0) throw new Refused('The host has no address')
      if (!addresses.every(mayReach)) throw new Refused('The host leads into a private network')
      return addresses.map(address => ({ address, family: isIP(address) }))
    }
    answer().then(
      found => (all ? callback(null, found) : callback(null, found[0]!.address, found[0]!.family)),
      error => callback(error, '', 0),
    )
  }

const patienceMilliseconds = 5000
const bytesAtMost = 16_384

export type Sending = { headers: Record<string, string>; body: string }

/**
 * Posts to an address that a person typed and gives the status of the answer. Follows nothing and keeps no connection; of the
 * body it reads a little, and gives none of it away. Throws Refused, or what the network says.
 */
export async function postOutbound(
  text: string,
  { headers, body }: Sending,
  guard: Guard = internetOnly,
): Promise<number> {
  const url = readOutbound(text, guard)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const ask = url.protocol === 'https:' ? overHttps : overHttp
  const asked = ask(
    url,
    {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(guard),
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    },
    answer => {
      let bytes = 0
      const end = () => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      }
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes > bytesAtMost) end()
      })
      answer.on('end', end)
      answer.on('error', reject)
    },
  )
  asked.on('error', reject)
  // Where another protocol is offered the connection ends with no error, and without an answer.
  asked.on('close', () => reject(new Error('There was no answer')))
  asked.end(body)
  return promise
}
