import { basename } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { failure } from '../failures.ts'
import { cleanText, type Typed } from '../form.ts'

/** What a route takes beside its fields: one file, of so many bytes at most. */
export type UploadLimit = { field: string; bytes: number }

/** A file that was sent; its name is what the person's computer calls it. */
export type Upload = { name: string; bytes: Uint8Array }

/** A body with a file, read: its fields stand under `typed`. */
export type Uploaded = { typed: Typed; upload: Upload | null }

const partsAtMost = 210
// For fields and what stands around the parts.
const besideTheFile = 64 * 1024
const mostOfName = 120

/** Lets routes on this server take a form with a file; its body is not read before `onRequest` has let it in. */
export function takeUploads(server: FastifyInstance, limit: UploadLimit) {
  server.addContentTypeParser(
    /^multipart\/form-data;.*\bboundary=/i,
    { parseAs: 'buffer', bodyLimit: limit.bytes + besideTheFile },
    (request: FastifyRequest, body: Buffer) => readParts(request, body, limit),
  )
}

async function readParts(
  { headers }: FastifyRequest,
  body: Buffer,
  { field, bytes: most }: UploadLimit,
): Promise<Uploaded> {
  const type = headers['content-type'] ?? ''
  refuseManyParts(body, type)
  const typed: Record<string, string | string[]> = {}
  let upload: Upload | null = null
  for (const [name, value] of await partsOf(body, type)) {
    if (typeof value === 'string') {
      typed[name] = name in typed ? [typed[name]!, value].flat() : value
    } else if (name === field && (value.size > 0 || value.name !== '')) {
      if (upload) throw failure('invalid', 'Send one file at a time.')
      if (value.size > most) throw failure('too-large', '')
      upload = { name: nameOf(value.name), bytes: await value.bytes() }
    }
  }
  return { typed, upload }
}

const nameOf = (given: string) =>
  cleanText(basename(given.replaceAll('\\', '/'))).slice(0, mostOfName) || 'file'

/** Node reads multipart bodies itself, as every Response does. */
async function partsOf(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw notWhole()
  }
}

const notWhole = () => failure('invalid', 'The file did not arrive whole. Go back and send it again.')

/** A body of a million tiny parts would take the reader minutes. */
function refuseManyParts(body: Buffer, type: string) {
  const boundary = /boundary="?([^";,]+)/i.exec(type)?.[1]
  if (!boundary) throw notWhole()
  let parts = 0
  for (let at = body.indexOf(`--${boundary}`); at >= 0; at = body.indexOf(`--${boundary}`, at + 1))
    if (++parts > partsAtMost) throw failure('too-large', '')
}
