import { readFileSync, writeFileSync } from 'node:fs'
import { messages, PGlite, protocol } from '@electric-sql/pglite'
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { vector } from '@electric-sql/pglite-pgvector'
import { durableFolder } from './embedded-folder.ts'
import { encode } from './values.ts'
import { vectorSearch } from './vector-search.ts'

/** `folder` undefined: in memory. `tar`: the data directory to begin with when there is none yet. */
export type EngineStart = { folder?: string; tar?: string }

export type Task =
  | { act: 'query'; sql: string; parameters: readonly unknown[] }
  | { act: 'snapshot'; path: string }
  | { act: 'fsyncs' }
  | { act: 'close' }
export type Request = Task & { id: number }

export type Fields = { name: string; type: number }[]
export type QueryAnswer = {
  fields: Fields
  rows: (string | null)[][]
  command: string
  rowCount: number
  inTransaction: boolean
}
export type Refusal = { message: string; length: number; fields: Record<string, unknown> }
export type Reply = { id: number; value: unknown } | { id: number; refusal: Refusal; inTransaction: boolean }

type Statement = { name: string; types: number[] }
export type Engine = { pg: PGlite; fsyncs: () => number; prepared: Map<string, Statement> }

const mostPrepared = 256
const { serialize } = protocol

export async function start({ folder, tar }: EngineStart): Promise<Engine> {
  const disk = folder === undefined ? undefined : durableFolder(folder)
  const pg = await PGlite.create({
    ...(disk ? { fs: disk.fs } : {}),
    ...(tar ? { loadDataDir: new Blob([readFileSync(tar)]) } : {}),
    extensions: { fuzzystrmatch, pg_trgm, unaccent, vector },
    startParams: [
      ...PGlite.defaultStartParams.filter(parameter => !disk || parameter !== '-F'),
      // The WebAssembly build's fdatasync does nothing; its fsync reaches the file system.
      ...(disk ? ['-c', 'wal_sync_method=fsync'] : []),
      ...vectorSearch.flatMap(setting => ['-c', setting]),
    ],
  })
  return { pg, fsyncs: disk?.fsyncs ?? (() => 0), prepared: new Map() }
}

export async function reply(engine: Engine, request: Request): Promise<Reply> {
  const { id } = request
  if (request.act === 'query') return { id, ...(await query(engine, request.sql, request.parameters)) }
  if (request.act === 'fsyncs') return { id, value: engine.fsyncs() }
  if (request.act === 'close') return { id, value: await engine.pg.close() }
  const tar = await engine.pg.dumpDataDir('none')
  return { id, value: writeFileSync(request.path, Buffer.from(await tar.arrayBuffer())) }
}

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number]

// A message of one of these kinds is how every exchange below ends.
const endings = new Set(['commandComplete', 'emptyQuery', 'parameterDescription', 'closeComplete', 'error'])

async function send(engine: Engine, ...parts: Uint8Array[]) {
  const received = await engine.pg.execProtocolStream(Buffer.concat(parts), {
    throwOnError: false,
    syncToFs: false,
  })
  // PGlite swallows a crash of its WebAssembly: neither silence nor a PANIC may pass for an answer.
  const panic = received.find(message => message instanceof messages.DatabaseError && isPanic(message))
  if (panic || !received.some(message => endings.has(message.name))) {
    throw new Error(panic ? String(panic) : 'no answer from the engine')
  }
  return received
}

const isPanic = ({ severity }: { severity?: string }) => severity === 'PANIC' || severity === 'FATAL'

async function query(engine: Engine, sql: string, parameters: readonly unknown[]) {
  if (parameters.length === 0) {
    const received = await send(engine, serialize.query(sql))
    if (received.some(changesShapes)) await forget(engine)
    return read(received)
  }
  const known = engine.prepared.get(sql) ?? (await prepare(engine, sql))
  if ('refusal' in known) return known
  const values = parameters.map((parameter, n) => encode(parameter, known.types[n]) as string | null)
  return read(
    await send(
      engine,
      serialize.bind({ statement: known.name, values }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ),
  )
}

async function prepare(engine: Engine, sql: string) {
  if (engine.prepared.size >= mostPrepared) await forget(engine)
  const name = `s${engine.prepared.size}`
  const received = await send(
    engine,
    serialize.parse({ name, text: sql }),
    serialize.describe({ type: 'S', name }),
    serialize.sync(),
  )
  const answer = read(received)
  if ('refusal' in answer) return answer
  const described = received.find(message => message instanceof messages.ParameterDescriptionMessage)
  const statement = { name, types: described?.dataTypeIDs ?? [] }
  engine.prepared.set(sql, statement)
  return statement
}

const changesShapes = (message: Message) =>
  message instanceof messages.CommandCompleteMessage &&
  /^(CREATE|ALTER|DROP|DO|DISCARD|DEALLOCATE)\b/.test(message.text)

async function forget(engine: Engine) {
  if (engine.prepared.size === 0) return
  const closes = [...engine.prepared.values()].map(({ name }) => serialize.close({ type: 'S', name }))
  engine.prepared.clear()
  await send(engine, ...closes, serialize.sync())
}

/** The last result of what came back, as node-postgres gives it, with each value still PostgreSQL's text. */
function read(received: Message[]): { value: QueryAnswer } | { refusal: Refusal; inTransaction: boolean } {
  let refusal: Refusal | undefined
  let value: QueryAnswer = { fields: [], rows: [], command: '', rowCount: 0, inTransaction: false }
  let open: Pick<QueryAnswer, 'fields' | 'rows'> = { fields: [], rows: [] }
  let inTransaction = false
  for (const message of received) {
    if (message instanceof messages.RowDescriptionMessage) {
      open.fields = message.fields.map(field => ({ name: field.name, type: field.dataTypeID }))
    } else if (message instanceof messages.DataRowMessage) {
      open.rows.push(message.fields)
    } else if (message instanceof messages.CommandCompleteMessage) {
      const words = message.text.split(' ')
      value = { ...open, command: words[0]!, rowCount: Number(words.at(-1)) || 0, inTransaction }
      open = { fields: [], rows: [] }
    } else if (message instanceof messages.DatabaseError) {
      const { message: text, length, stack: _, ...fields } = message
      refusal ??= { message: text, length, fields }
    } else if (message instanceof messages.ReadyForQueryMessage) {
      inTransaction = message.status !== 'I'
    }
  }
  return refusal ? { refusal, inTransaction } : { value: { ...value, inTransaction } }
}
