import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What a route takes that other programs post: one type of content, of so many bytes at most. */
export type RawLimit = { type: string; bytes: number }

export type RawBody = { bytes: Uint8Array; header(name: string): string | undefined }

/** Lets routes on this server take a body of another type than a form; it is not read before `onRequest` has let it in. */
export const takeRawBodies = (server: FastifyInstance, { type, bytes }: RawLimit) =>
  server.addContentTypeParser(
    type,
    { parseAs: 'buffer', bodyLimit: bytes },
    async (_: unknown, body: Buffer) => body,
  )

export function rawBodyOf({ body, headers }: FastifyRequest): RawBody | null {
  if (!(body instanceof Uint8Array)) return null
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  return { bytes: body, header }
}
