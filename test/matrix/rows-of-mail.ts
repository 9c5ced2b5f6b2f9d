import { type Rows, to } from './row.ts'

/** Every route of mail that comes in and comes back. */
export const rowsOfMail: Rows = {
  // Nothing is taken in where no address is set up for it.
  'POST /inbound-mail': 'nobody',
  'GET /account/mail': 'accounts',
  'POST /account/mail/confirmations': 'accounts',
  'GET /mail-confirmation/:secret': to('everyone', 'confirmationInMail'),
  'POST /mail-confirmation/:secret': to('everyone', 'confirmationInMail'),
}
