// Written by `npm run types` from the migrations: change those instead.
import type { Generated } from 'kysely'

export type AddressChangeTable = {
  id: string
  person_id: string
  old_email: string
  new_email: string
  code_hash: string
  wrong_codes: Generated<number>
  created_at: Date
  ends_at: Date
  confirmed_at: Date | null
}

export type MembershipTable = {
  id: string
  person_id: string
  organisation_id: string
  role: 'member' | 'lead'
  state: 'requested' | 'confirmed' | 'refused' | 'ended'
  ground: 'domain' | 'word' | 'single-sign-on'
  requested_at: Date
  decided_at: Date | null
  decided_by: string | null
  lead_asked_at: Date | null
  ended_at: Date | null
  ended_by: string | null
}

export type PersonTable = {
  id: string
  email: string | null
  name: string | null
  job_title: string | null
  offers: string | null
  is_shown: Generated<boolean>
  suspended_at: Date | null
  erased_at: Date | null
  created_at: Date
  suspended_for: 'left' | 'not-who-they-say' | 'against-terms' | 'at-risk' | null
  last_seen_at: Date | null
}

export type PersonDutyTable = {
  person_id: string
  duty: 'curator' | 'operator'
  granted_at: Date
}

export type SessionTable = {
  id: string
  key_hash: string
  person_id: string
  acting_for: string | null
  device: string
  created_at: Date
  last_seen_at: Date
  ends_at: Date
  started_by: Generated<'link' | 'code' | 'single-sign-on'>
}

export type SignInTable = {
  id: string
  email: string
  link_hash: string
  code_hash: string
  browser_hash: string
  next_path: string
  wrong_codes: Generated<number>
  created_at: Date
  ends_at: Date
  used_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    address_change: AddressChangeTable
    membership: MembershipTable
    person: PersonTable
    person_duty: PersonDutyTable
    session: SessionTable
    sign_in: SignInTable
  }
}
