// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type MailTable = {
  id: string
  key: string
  recipient: string
  about: string
  letter: Json | null
  state: Generated<'waiting' | 'sent' | 'refused' | 'kept'>
  answer: string | null
  created_at: Date
  ended_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    mail: MailTable
  }
}
