import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Export } from '#plumbing/export.ts'
import { listReviewsOf, listTools } from './queries.ts'
import { matterLabels, matters, publicCounts, purposeLabels, sayFewest, toolPath } from './tool.ts'

const today = () => inLondon(systemClock.now()).date
const columnOf = (matter: string) => matter.replaceAll('-', '_')
const once = `empty until ${sayFewest} organisations have said`

/** Which organisation can open what is not in it: only how many, where they are enough. */
export const toolTable: Export = {
  name: 'tools',
  describes: 'Tools for working together, what sources say of each, and how many organisations can open it',
  fields: [
    { name: 'id', type: 'string', describes: 'Stays the same for good' },
    { name: 'page', type: 'string', describes: 'Path of its page' },
    { name: 'name', type: 'string', describes: 'Its name' },
    { name: 'purposes', type: 'list', describes: 'What it is for' },
    ...matters.flatMap(matter => [
      {
        name: columnOf(matter),
        type: 'string' as const,
        describes: `${matterLabels[matter]}; empty where it is not known`,
      },
      {
        name: `${columnOf(matter)}_source`,
        type: 'string' as const,
        describes: 'Who says so, and as of when',
      },
    ]),
    { name: 'last_reviewed_on', type: 'date', describes: 'Day of the newest review' },
    { name: 'last_reviewed_by', type: 'string', describes: 'Organisation that wrote it' },
    { name: 'can_open', type: 'integer', describes: `Organisations that can open it; ${once}` },
    { name: 'can_view', type: 'integer', describes: `Organisations that can only view it; ${once}` },
    { name: 'cannot', type: 'integer', describes: `Organisations where it is blocked; ${once}` },
  ],
  rows: async function* (db) {
    const tools = await listTools(db, today())
    yield tools.map(({ id, slug, name, purposes, facts, last_review, counts }) => {
      const shown = publicCounts(counts)
      return {
        id,
        page: toolPath(slug),
        name,
        purposes: purposes.map(purpose => purposeLabels[purpose]),
        ...Object.fromEntries(
          matters.flatMap(matter => {
            const fact = facts[matter]
            return [
              [columnOf(matter), fact?.says ?? null],
              [`${columnOf(matter)}_source`, fact ? `${fact.source_name}, ${fact.source_as_of}` : null],
            ]
          }),
        ),
        last_reviewed_on: last_review?.reviewed_on ?? null,
        last_reviewed_by: last_review?.organisation ?? null,
        can_open: shown?.open ?? null,
        can_view: shown?.view ?? null,
        cannot: shown?.blocked ?? null,
      }
    })
  },
}

export const reviewTable: Export = {
  name: 'tool-reviews',
  describes: 'What organisations found when they looked at tools for working together',
  fields: [
    { name: 'id', type: 'string', describes: 'Stays the same for good' },
    { name: 'tool_id', type: 'string', describes: 'Which tool, as in the table of tools' },
    { name: 'organisation', type: 'string', describes: 'Whose word it is' },
    { name: 'organisation_id', type: 'string', describes: 'Identifier of whose word it is' },
    { name: 'version', type: 'string', describes: 'Which version they looked at' },
    { name: 'reviewed_on', type: 'date', describes: 'When they looked' },
    {
      name: 'rating',
      type: 'integer',
      describes: '1, does not work for us, to 5, works very well with others',
    },
    { name: 'found', type: 'string', describes: 'What they found' },
  ],
  rows: async function* (db) {
    const tools = await listTools(db, today())
    const reviews = await listReviewsOf(
      db,
      tools.map(({ id }) => id),
    )
    const shown = reviews.filter(({ hidden, withdrawn_at }) => !hidden && withdrawn_at === null)
    yield shown.map(({ id, tool_id, organisation, version, reviewed_on, rating, found }) => ({
      id,
      tool_id,
      organisation: organisation.name,
      organisation_id: organisation.id,
      version,
      reviewed_on,
      rating,
      found,
    }))
  },
}
