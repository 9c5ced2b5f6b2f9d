import { readFileSync } from 'node:fs'
import type { Form, SentFile } from './support.ts'

type Sharer = { post(path: string, form: Form): Promise<{ headers: Record<string, unknown> }> }

/** What somebody types of something to reuse. */
export const typedAsset: Form = {
  kind: 'code',
  title: 'Slotkeeper',
  purpose: 'Residents book a slot at the recycling centre, so that nobody queues on the road.',
  how_to: 'Have a database ready. The guide says the rest.',
  address: 'https://code.example.org/slotkeeper',
  licence: 'MIT',
  release: '1.4.2',
  released_on: '17 May 2024',
  for_service: 'Household waste collection',
}

/** Shares something for whom the sharer speaks; where it is. */
export async function shareIn(sharer: Sharer, form: Form = {}): Promise<string> {
  const { headers } = await sharer.post('/reuse', { ...typedAsset, ...form })
  return String(headers.location)
}

export const publiccode = readFileSync('test/publiccode/valid/0.2-all-old-keys.yml', 'utf8')

type Bringer = {
  postFile(path: string, form: Form, file: SentFile): Promise<{ headers: Record<string, unknown> }>
}

/** Brings a publiccode.yml for whom the bringer speaks; where it is looked at. */
export async function bringPubliccode(bringer: Bringer, content = publiccode): Promise<string> {
  const file = { field: 'file', name: 'publiccode.yml', content }
  const { headers } = await bringer.postFile('/reuse/files', {}, file)
  return String(headers.location)
}
