import type { PersonName } from '#features/accounts/index.ts'
import { problemPath } from '#features/problems/index.ts'
import type { ExportField, ExportRow } from '#plumbing/export.ts'
import { londonDay } from '#ui/date.ts'
import type { StandingStance } from './standing-queries.ts'

/** What the world may know of a stance on a public problem. */
export const publicFields: ExportField[] = [
  { name: 'id', type: 'string', describes: 'Pipeline’s own identifier; never changes' },
  { name: 'problem', type: 'string', describes: 'Address of the problem’s page on this site' },
  { name: 'organisation_id', type: 'string', describes: 'Identifier of the organisation that it stands for' },
  { name: 'organisation', type: 'string', describes: 'Its name' },
  { name: 'organisation_type', type: 'string', describes: 'Type of council or other organisation' },
  {
    name: 'said_by',
    type: 'string',
    describes: 'Name of the council that said it, where it has become part of the organisation since',
  },
  { name: 'says', type: 'string', describes: 'have-it, fixed-it, tried-and-stopped or do-not-have-it' },
  { name: 'story', type: 'string', describes: 'How it was fixed, or why it was stopped' },
  { name: 'size', type: 'string', describes: 'How many people are affected, as a band' },
  { name: 'affected', type: 'string', describes: 'Who they are' },
  { name: 'cost', type: 'string', describes: 'What it costs in a year, as a band in pounds' },
  { name: 'urgency', type: 'string', describes: 'When the organisation has to act: now, this-year or later' },
  { name: 'offers', type: 'list', describes: 'What it would do with others: share, test, co-fund, lead' },
  { name: 'note', type: 'string', describes: 'What else it says' },
  { name: 'confirmed_on', type: 'date', describes: 'When an officer last confirmed it' },
  {
    name: 'confirmed_by',
    type: 'string',
    describes: 'Name of that officer, if they show their profile',
  },
  {
    name: 'ends_on',
    type: 'date',
    describes: 'From this day it is not counted unless it is confirmed again',
  },
]

const nameOf = (officer: PersonName | undefined) => (officer?.isShown ? officer.name : null)

export const publicStance = (
  stance: StandingStance,
  problemSlug: string,
  officers: Map<string, PersonName>,
): ExportRow => ({
  id: stance.id,
  problem: problemPath(problemSlug),
  organisation_id: stance.organisation.id,
  organisation: stance.organisation.name,
  organisation_type: stance.organisation.type,
  said_by: stance.saidBy.id === stance.organisation.id ? null : stance.saidBy.name,
  says: stance.says,
  story: stance.story,
  size: stance.size,
  affected: stance.affected,
  cost: stance.cost,
  urgency: stance.urgency,
  offers: stance.offers,
  note: stance.note,
  confirmed_on: londonDay(stance.confirmedAt),
  confirmed_by: nameOf(officers.get(stance.confirmedBy ?? '')),
  ends_on: stance.endsOn,
})
