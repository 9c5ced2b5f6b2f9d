// Written by `npm run types` from the migrations: change those instead.


export type MailConfirmationTable = {
  link_hash: string
  person_id: string
  address: string
  ends_at: Date
}

export type MailInTable = {
  key: string
  outcome: string
  came_at: Date
}

export type MailReturnTable = {
  person_id: string
  returned_on: string
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    mail_confirmation: MailConfirmationTable
    mail_in: MailInTable
    mail_return: MailReturnTable
  }
}
