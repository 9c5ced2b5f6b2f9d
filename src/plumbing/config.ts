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

/** Reads the configuration from the environment; an empty value counts as not set. Throws one error that names every bad one. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in settings && value !== ''),
  )
  const read = z.object(settings).safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${String(path[0])}: ${message}`)
    throw new Error(
      `The configuration is not right:\n${lines.join('\n')}\nSee docs/operating.md for every setting.`,
    )
  }
  const { BASE_URL, ...rest } = read.data
  return { ...rest, BASE_URL: (BASE_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, '') }
}
