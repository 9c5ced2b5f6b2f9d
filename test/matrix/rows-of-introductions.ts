import { type Rows, to } from './row.ts'

const sides = 'speakers of the public sector'
const sidesAndCurators = 'speakers of the public sector and curators'

/** Every route by which officers ask to meet: home asked, elsewhere is asked. */
export const rowsOfIntroductions: Rows = {
  'GET /introductions': 'curators',
  'GET /introductions/new': to('accounts', 'askToMeet'),
  'POST /introductions/new': to('speakers, but suppliers are told what they can do', 'askToMeet'),
  'GET /introductions/suggestion': 'curators',
  'POST /introductions/suggestion': 'curators',
  'GET /introductions/:id': to(sidesAndCurators, 'introduction', 'introductionAgreed'),
  'POST /introductions/:id/answer': to(sides, 'introduction', 'introductionAgreed'),
  'GET /introductions/:id/meeting.ics': {
    ...to(sides, 'introductionAgreed'),
    ...to('nobody: there is no such part', 'introduction'),
  },
  'POST /introductions/:id/outcome': to(sides, 'introduction', 'introductionAgreed'),
  'POST /introductions/:id/reminder': to('curators', 'introduction'),
  'POST /introductions/:id/withdrawal': to('own speakers', 'introduction', 'introductionAgreed'),
  'GET /introductions/from-mail/:secret': to('everyone', 'introductionInMail'),
  'POST /introductions/from-mail/:secret/answer': to('everyone', 'introductionInMail'),
  'GET /introductions/from-mail/:secret/meeting.ics': to('everyone', 'agreedInMail'),
  'POST /introductions/from-mail/:secret/outcome': to('everyone', 'introductionInMail'),
  'GET /organisations/:slug/introduction-blocks': 'own lead',
  'POST /organisations/:slug/introduction-blocks': 'own lead',
  'POST /organisations/:slug/introduction-blocks/removal': 'own lead',
}
