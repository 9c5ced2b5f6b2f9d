import { anyone } from '#plumbing/actor.ts'
import { isUnavailable } from '#plumbing/database/database.ts'
import { pendingMigrations } from '#plumbing/database/migrate.ts'
import { download } from '#plumbing/http/answer.ts'
import { get, type RouteContext } from '#plumbing/http/route.ts'
import { queueState } from '#plumbing/queue-state.ts'

const json = (value: object, status = 200) =>
  download({ type: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n`, status })

const text = (lines: string[]) =>
  download({ type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` })

async function readiness({ db, clock }: Pick<RouteContext, 'db' | 'clock'>) {
  try {
    const pending = await pendingMigrations(db)
    if (pending.length > 0) return { ready: false, database: 'ok', pendingMigrations: pending.length }
    const { waiting, dead, overdueSeconds, stuck } = await queueState(db, clock)
    return {
      ready: !stuck,
      database: 'ok',
      pendingMigrations: 0,
      jobs: { waiting, dead, overdueSeconds, stuck },
    }
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return { ready: false, database: 'unavailable' }
  }
}

const securityTextDays = 180

export const routes = [
  get('/health', { access: anyone, examples: ['/health'] }, async () => json({ alive: true })),

  get('/ready', { access: anyone, examples: ['/ready'] }, async ({ db, clock }) => {
    const state = await readiness({ db, clock })
    return json(state, state.ready ? 200 : 503)
  }),

  get('/robots.txt', { access: anyone, examples: ['/robots.txt'] }, async ({ site, config }) => {
    const hasSitemap = site.slot('routes').some(({ path }) => path === '/sitemap.xml')
    return text([
      'User-agent: *',
      'Disallow: /check',
      'Disallow: /search',
      ...(hasSitemap ? [`Sitemap: ${config.BASE_URL}/sitemap.xml`] : []),
    ])
  }),

  get(
    '/.well-known/security.txt',
    { access: anyone, examples: ['/.well-known/security.txt'] },
    async ({ config, clock }) => {
      const expires = new Date(clock.now().getTime() + securityTextDays * 86_400_000)
      return text([
        `Contact: ${config.SECURITY_CONTACT ?? `${config.BASE_URL}/`}`,
        `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
        'Preferred-Languages: en',
        `Canonical: ${config.BASE_URL}/.well-known/security.txt`,
      ])
    },
  ),
]
