import { type Rows, to } from './row.ts'

/** Every route of the contract horizon. */
export const rowsOfHorizon: Rows = {
  'GET /horizon': 'everyone',
  'GET /horizon.csv': 'everyone',
  'GET /horizon.ics': 'everyone',
  'GET /horizon/contracts.csv': 'everyone',
  'GET /horizon/:matter/:day': to('everyone', 'contractWindow'),
  'GET /horizon/:matter/:day/calendar.ics': to('everyone', 'contractWindow'),
  'GET /horizon/:matter/:day/contracts.csv': to('everyone', 'contractWindow'),
  'POST /horizon/:matter/:day/need': to('curators', 'contractWindow'),
  'POST /horizon/:matter/:day/problem': to('speakers of the public sector', 'contractWindow'),
}
