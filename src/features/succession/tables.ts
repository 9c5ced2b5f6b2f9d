// Written by `npm run types` from the migrations: change those instead.


export type SuccessionRoleTable = {
  id: string
  collaboration_id: string
  organisation_id: string
  title: string
  holder_id: string | null
  holder_title: string | null
  deputy_id: string | null
  deputy_title: string | null
  kept_where: string | null
  note: string | null
  named_at: Date
  looked_at: Date
  looked_by_organisation: string
  looked_by: string | null
  asked_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    succession_role: SuccessionRoleTable
  }
}
