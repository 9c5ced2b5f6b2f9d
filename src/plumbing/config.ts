import { cpus } from 'node:os'
import { z } from 'zod'
import { inRoot } from './root.ts'

const port = (otherwise: number) => z.coerce.number().int().min(0).max(65535).default(otherwise)

/** Every setting: its name in the environment, what it may be, and what it means. docs/operating.md shows this table. */
export const settings = {
  PORT: port(3000).describe('Port of the site; 0 takes any free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for all'),
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address people use, without a path; links in downloads and mail are made from it. Default: `http://localhost:PORT`',
    ),
  OVERLOADED_AFTER_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(600_000)
    .default(1500)
    .describe(
      'When the process is held up for so many milliseconds, requests get 503 with `Retry-After`; 0 turns that off',
    ),
  METRICS_PORT: port(9464).describe('Port of the figures for Prometheus, on the same HOST; 0 turns them off'),
  DATA_DIR: z
    .string()
    .min(1)
    .default(inRoot('var', 'database'))
    .describe('Folder of the embedded database, used when DATABASE_URL is empty'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL 15 or later, e.g. `postgres://user:password@host/name`'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(Math.max(4, 2 * cpus().length))
    .describe('Connections to PostgreSQL at most'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server, e.g. `smtp://user:password@host:587`; checked by `pipeline doctor`'),
  MAIL_FROM: z.string().min(3).default('Pipeline <pipeline@localhost>').describe('Sender of mail'),
  NOTIFY_API_KEY: z
    .string()
    .regex(
      /^.+-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
      'is no key of GOV.UK Notify',
    )
    .optional()
    .describe('Key of GOV.UK Notify, which sends mail in place of SMTP_URL; needs NOTIFY_TEMPLATE_ID'),
  NOTIFY_TEMPLATE_ID: z
    .uuid()
    .optional()
    .describe('Its template of an e-mail: subject `((subject))`, message `((body))`'),
  NOTIFY_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.notifications.service.gov.uk')
    .describe('Where GOV.UK Notify is; another only to try it out'),
  INBOUND_ADDRESS: z
    .email()
    .regex(/^[a-z\d][a-z\d._-]{0,19}@/i, 'begins with at most twenty letters or digits, and has no plus')
    .optional()
    .describe(
      'Address where mail is taken in, e.g. `reply@in.pipeline.example`: replies to questions, and mail that comes back. Needs INBOUND_SECRET',
    ),
  INBOUND_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'At least 32 characters by chance (`openssl rand -hex 32`). It makes the addresses that mail is answered to, and signs what a provider posts to /inbound-mail',
    ),
  INBOUND_PORT: port(0).describe(
    'Port where a mail server hands over mail for INBOUND_ADDRESS by SMTP, on the same HOST; 0 turns it off',
  ),
  INBOUND_TRUSTS: z
    .string()
    .regex(/^[a-z\d.-]+$/i, 'is the name of a host')
    .optional()
    .describe(
      'Name of the mail server whose header Authentication-Results is believed: then replies must have passed DMARC, or SPF or DKIM of their own domain',
    ),
  CONTROLLER: z
    .string()
    .min(2)
    .optional()
    .describe(
      'Who runs the site and answers for personal data, e.g. `Example City Council`; named on /privacy',
    ),
  CONTACT_EMAIL: z
    .email()
    .optional()
    .describe('Where people write about their data, accessibility or anything else; shown on /privacy'),
  SECURITY_CONTACT: z
    .url({ protocol: /^(mailto|https)$/ })
    .optional()
    .describe('Where to report a weakness, shown in security.txt: `mailto:…` or an `https://` page'),
  EMBEDDER: z
    .enum(['local', 'off'])
    .default('local')
    .describe(
      '`off` finds by words alone, without what texts mean: saves about 200 MB in each process that asks or embeds',
    ),
  EMBEDDING_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'A better model: an OpenAI-compatible address that ends before `/embeddings`, e.g. `https://example.org/v1`. Public texts are sent to it',
    ),
  EMBEDDING_KEY: z.string().optional().describe('Key for EMBEDDING_URL'),
  EMBEDDING_MODEL: z.string().max(80).optional().describe('Name of the model at EMBEDDING_URL'),
  EMBEDDING_DIMENSIONS: z.coerce
    .number()
    .int()
    .min(8)
    .max(4000)
    .optional()
    .describe('How many numbers its vectors have'),
  EMBEDDING_QUESTIONS: z
    .stringbool()
    .default(false)
    .describe(
      '`true` sends what people type into search and check to EMBEDDING_URL too; say so on your privacy page. Drafts are never sent',
    ),
  SEARCH_MEANING_WEIGHT: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.4)
    .describe('What meaning counts beside words on the search page: 0 is words alone, 1 meaning alone'),
  OCDS_PREFIX: z
    .string()
    .regex(/^ocds-[a-z0-9]{6}$/, 'is ocds- and six letters or digits')
    .default('ocds-000000')
    .describe(
      'Prefix of the site’s ids in the Open Contracting Data Standard, as the Open Contracting Partnership has registered it; the default says that there is none yet',
    ),
  TRUST_PROXY: z.stringbool().default(false).describe('`true` behind a proxy that sets X-Forwarded-For'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged (JSON lines, no personal data)'),
} as const

type Values = z.infer<z.ZodObject<typeof settings>>

export type Config = Omit<Values, 'BASE_URL'> & { BASE_URL: string }

/** Settings that are each right, and not together. */
const contradictions: { isSo(values: Values): boolean; says: string }[] = [
  {
    isSo: ({ SMTP_URL, NOTIFY_API_KEY }) => Boolean(SMTP_URL && NOTIFY_API_KEY),
    says: 'SMTP_URL, NOTIFY_API_KEY: mail goes one way. Empty one of the two',
  },
  {
    isSo: ({ NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID }) => Boolean(NOTIFY_API_KEY) !== Boolean(NOTIFY_TEMPLATE_ID),
    says: 'NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID: one is of no use without the other',
  },
  {
    isSo: ({ INBOUND_ADDRESS, INBOUND_SECRET }) => Boolean(INBOUND_ADDRESS) !== Boolean(INBOUND_SECRET),
    says: 'INBOUND_ADDRESS, INBOUND_SECRET: one is of no use without the other',
  },
  {
    isSo: ({ INBOUND_ADDRESS, INBOUND_PORT }) => INBOUND_PORT > 0 && !INBOUND_ADDRESS,
    says: 'INBOUND_PORT: set INBOUND_ADDRESS too, or nothing is taken in',
  },
]

const notRight = (lines: string[]) =>
  new Error(`The configuration is not right:\n${lines.join('\n')}\nSee docs/operating.md for every setting.`)

/** Reads the configuration from the environment; an empty value counts as not set. Throws one error that names every bad one. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in settings && value !== ''),
  )
  const read = z.object(settings).safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${String(path[0])}: ${message}`)
    throw notRight(lines)
  }
  const wrong = contradictions.filter(({ isSo }) => isSo(read.data)).map(({ says }) => `  ${says}`)
  if (wrong.length > 0) throw notRight(wrong)
  const { BASE_URL, ...rest } = read.data
  return { ...rest, BASE_URL: (BASE_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, '') }
}
