// Written by `npm run types` from the migrations: change those instead.
import type { Generated } from 'kysely'

export type HookTable = {
  id: string
  recipient_id: string
  kind: 'webhook' | 'teams' | 'slack'
  name: string
  address: string
  secret: string | null
  created_at: Date
}

export type HookDeliveryTable = {
  id: string
  hook_id: string
  state: 'waiting' | 'delivered' | 'given-up' | 'empty'
  tries: Generated<number>
  replays: Generated<number>
  answer: string | null
  made_at: Date
  tried_at: Date | null
}

export type HookSubscriptionTable = {
  hook_id: string
  subscription_id: string
  since: Date
}

export type HookToldTable = {
  id: string
  hook_id: string
  delivery_id: string
  kind: string
  subject_id: string
  happening: string
  activity_id: string | null
  because: string[]
  matched_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    hook: HookTable
    hook_delivery: HookDeliveryTable
    hook_subscription: HookSubscriptionTable
    hook_told: HookToldTable
  }
}
