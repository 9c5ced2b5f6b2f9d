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
  is_asked_for: Generated<boolean>
  reply: Json | null
  subject: string | null
  why: string | null
}

export type MailStopTable = {
  address: string
  stopped_for: 'bounced' | 'complained'
  answer: string
  status: string | null
  stopped_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    mail: MailTable
    mail_stop: MailStopTable
  }
}
