import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'

export const serviceId = '26785a09-ab16-4eb0-8407-a37497a57506'
export const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
export const apiKey = `team_only-${serviceId}-${secret}`
export const templateId = 'f33517ff-2a88-4f6e-b855-c550268ce08a'

export type Sent = {
  id: string
  reference: string
  email_address: string
  status: string
  personalisation: { subject: string; body: string }
  one_click_unsubscribe_url?: string
}

const errorOf = (status_code: number, error: string, message: string) => ({
  status: status_code,
  body: { status_code, errors: [{ error, message }] },
})

/** What the API says to a mail instead of taking it; 'lost' takes it and hangs up. */
export type Answer = 'busy' | 'limit' | 'team-only' | 'broken' | 'lost'
const answers = {
  busy: errorOf(
    429,
    'RateLimitError',
    'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds',
  ),
  limit: errorOf(429, 'TooManyRequestsError', 'Exceeded send limits (250000) for today'),
  'team-only': errorOf(400, 'BadRequestError', 'Can’t send to this recipient using a team-only API key'),
  broken: errorOf(500, 'Exception', 'Internal server error'),
}

/** Whether a token is what the documentation asks for: HS256 by the key’s secret, for the service, made just now. */
function tokenError(request: IncomingMessage) {
  const [head, claims, mark] = (request.headers.authorization ?? '').replace(/^Bearer /, '').split('.')
  const expected = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url')
  if (!mark || mark !== expected) return errorOf(403, 'AuthError', 'Invalid token: API key not found')
  const { alg } = JSON.parse(Buffer.from(head!, 'base64url').toString())
  const { iss, iat } = JSON.parse(Buffer.from(claims!, 'base64url').toString())
  if (alg !== 'HS256' || iss !== serviceId)
    return errorOf(403, 'AuthError', 'Invalid token: service not found')
  return Math.abs(Date.now() / 1000 - iat) > 30
    ? errorOf(403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds')
    : null
}

/** The documented API of GOV.UK Notify, as far as mail goes, on this machine. */
export async function notifyStandIn() {
  const sent: Sent[] = []
  let answer: Answer | undefined
  let asked = 0
  let template = { id: templateId, type: 'email', subject: '((subject))', body: '((body))' }
  const server = createServer(async (request, response) => {
    const send = ({ status, body }: { status: number; body: object }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const url = new URL(request.url!, 'http://notify.test')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const refused = tokenError(request)
    if (refused) return send(refused)
    if (request.method === 'GET' && url.pathname === `/v2/template/${templateId}`)
      return send({ status: 200, body: template })
    if (request.method === 'GET' && url.pathname === '/v2/notifications') {
      const { searchParams } = url
      const found = sent.filter(
        ({ reference, status }) =>
          (searchParams.get('reference') ?? reference) === reference &&
          (searchParams.get('status') ?? status) === status,
      )
      return send({ status: 200, body: { notifications: found, links: { current: url.href } } })
    }
    if (request.method !== 'POST' || url.pathname !== '/v2/notifications/email')
      return send(errorOf(404, 'NoResultFound', 'No result found'))
    asked += 1
    const mail = JSON.parse(Buffer.concat(chunks).toString())
    if (mail.template_id !== templateId) return send(errorOf(400, 'BadRequestError', 'Template not found'))
    if (!mail.email_address || mail.email_address.endsWith('@refused.example'))
      return send(errorOf(400, 'ValidationError', 'email_address Not a valid email address'))
    if (!mail.personalisation?.subject || !mail.personalisation?.body)
      return send(errorOf(400, 'BadRequestError', 'Missing personalisation: subject, body'))
    if (answer && answer !== 'lost') return send(answers[answer])
    const id = randomUUID()
    sent.push({ ...mail, id, status: 'sending' })
    if (answer === 'lost') return void request.socket.destroy()
    send({ status: 201, body: { id, reference: mail.reference, content: {}, uri: '', template: {} } })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  return {
    settings: {
      NOTIFY_API_KEY: apiKey,
      NOTIFY_TEMPLATE_ID: templateId,
      NOTIFY_URL: `http://127.0.0.1:${port}`,
    },
    sent,
    asked: () => asked,
    say: (next: Answer | undefined) => {
      answer = next
    },
    withTemplate: (changed: Partial<typeof template>) => {
      template = { ...template, ...changed }
    },
  }
}
