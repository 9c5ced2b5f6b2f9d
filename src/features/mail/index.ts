export { queueMail, queueMails } from './actions.ts'
export type { Letter } from './letter.ts'
export type { NewMail } from './mail.ts'
export { deleteMailAbout, deleteMailTo, listMailTo } from './queries.ts'
