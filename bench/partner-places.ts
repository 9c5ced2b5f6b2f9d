import { partnerQuery } from '#features/partners/partner-query.ts'
import { findPartners } from '#features/partners/queries.ts'
import { visitor } from '#plumbing/actor.ts'
import { systemClock } from '#plumbing/clock.ts'
import { openDatabase } from '#plumbing/database/database.ts'
import { fill } from '#test/seeded-database.ts'
import { site } from '../src/features.ts'

/** The smallest quarter of councils by people has at least so much of what its number would give it. */
const leastOfShare = 0.8

process.env.EMBEDDER = 'off'
const database = await openDatabase({ dataDir: 'memory' })
await fill(database)
const { db } = database

const councils = await db
  .selectFrom('organisation')
  .select(['id', 'name', 'population'])
  .where('kind', '=', 'council')
  .where('status', '=', 'current')
  .where('tier', '<>', 'strategic')
  .where('population', 'is not', null)
  .orderBy('population')
  .orderBy('id')
  .execute()
const small = new Set(councils.slice(0, Math.floor(councils.length / 4)).map(({ id }) => id))
const largestOfSmall = councils[small.size - 1]!.population!
const query = partnerQuery.parse({ most: '10' })

let [first, inFive, five, hasFar] = [0, 0, 0, 0]
const withoutFar: string[] = []
for (const { id, name } of councils) {
  const search = { askerId: id, problemIds: null, serviceIds: null, startsOn: null }
  const asked = { db, site, clock: systemClock, actor: visitor }
  const { partners } = await findPartners(asked, search, [id], query)
  const isSmall = partners.map(({ organisationId }) => small.has(organisationId))
  if (isSmall[0]) first++
  inFive += isSmall.slice(0, 5).filter(Boolean).length
  five += Math.min(5, partners.length)
  if (partners.some(({ isFar }) => isFar)) hasFar++
  else withoutFar.push(name)
}
await database.close()

const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`
const fairShare = small.size / councils.length
let isKept = true
const line = (what: string, share: number, least: number) => {
  if (share < least) isKept = false
  console.log(
    `| ${what} | ${percent(share, 1)} | ${percent(least, 1)} | ${share < least ? 'falls short' : 'kept'} |`,
  )
}
console.log(
  `${councils.length} principal councils; the smallest quarter are ${small.size}, of ${largestOfSmall.toLocaleString('en-GB')} people or fewer: ${percent(fairShare, 1)} of all`,
)
console.log('| | found | at least | |')
console.log('|---|---|---|---|')
line('first places that go to the smallest quarter', first / councils.length, leastOfShare * fairShare)
line('places among the first five', inFive / five, leastOfShare * fairShare)
line('answers with one that is far and alike among the first ten', hasFar / councils.length, 1)
if (withoutFar.length > 0) console.log(`Without: ${withoutFar.join(', ')}`)
if (!isKept) process.exitCode = 1
