import { createHmac } from 'node:crypto'
import { isSameSecret } from '#plumbing/secrets.ts'

const seconds = 300

type Signed = { id?: string; timestamp?: string; signature?: string; body: Uint8Array }

/** Whether a body was signed with the secret in these minutes, as Standard Webhooks has it; several signatures may stand. */
export function isSigned({ id, timestamp, signature, body }: Signed, secret: string, now: Date): boolean {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > seconds) return false
  const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64')
  return signature
    .split(' ')
    .slice(0, 5)
    .some(one => one.startsWith('v1,') && isSameSecret(one.slice(3), expected))
}
