// Written by `npm run types` from the migrations: change those instead.


export type NoticeTable = {
  id: string
  slug: string
  number: string
  title: string
  organisation_id: string | null
  buyer_as_published: string
  location: string | null
  category: string
  specialist: string | null
  phases: string[]
  published_on: string
  expected_length: string | null
  sme_applications: number | null
  large_applications: number | null
  status: string
  supplier_id: string | null
  supplier_as_published: string | null
  supplier_size: string | null
  amount_pounds: number | null
  contract_starts_on: string | null
  source_url: string | null
  source_name: string
  source_as_of: string
  created_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    notice: NoticeTable
  }
}
