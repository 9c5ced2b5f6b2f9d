import { type Rows, to } from './row.ts'

const publicBodies = 'speakers, but suppliers are told what they can do'

/** Every route of questions in the open: one of elsewhere's about a problem of home's, and home's answer. */
export const rowsOfQuestions: Rows = {
  'GET /questions/new': { ...to('accounts', 'askAbout'), ...to('own speakers and curators', 'askAboutOwn') },
  'POST /questions/new': { ...to(publicBodies, 'askAbout'), ...to('own speakers', 'askAboutOwn') },
  'GET /questions/:id': to('everyone', 'question'),
  'POST /questions/:id/answers': to(publicBodies, 'question'),
  'GET /questions/:id/edit': to('nobody but the person whose it is', 'question'),
  'POST /questions/:id/edit': to('nobody but the person whose it is', 'question'),
  'GET /question-answers/:id/edit': to('nobody but the person whose it is', 'questionAnswer'),
  'POST /question-answers/:id/acceptance': to(publicBodies, 'questionAnswer'),
  'POST /question-answers/:id/edit': to('nobody but the person whose it is', 'questionAnswer'),
}
