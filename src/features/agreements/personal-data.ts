import type { Slots } from '#plumbing/feature.ts'
import { agreementPath } from './agreement.ts'
import { forgetPerson, listDoneBy } from './person-queries.ts'

const placeOf = ({ slug, project }: { slug: string | null; project: string }) => ({
  project,
  page: agreementPath(slug ?? ''),
})

/** What a person did on agreements, their signatures first of all. */
export const doneOnAgreements: Slots['personalData'] = {
  title: 'Agreements I signed, fixed or changed for my organisation',
  order: 43,
  export: async (db, personId) => {
    const { changed, fixed, signed } = await listDoneBy(db, personId)
    return [
      ...signed.map(row => ({
        did: 'signed an agreement',
        ...placeOf(row),
        version: row.number,
        record: row.record,
        on: row.at,
      })),
      ...fixed.map(row => ({
        did: 'fixed an agreement for signing',
        ...placeOf(row),
        version: row.number,
        on: row.at,
      })),
      ...changed.map(row => ({ did: 'changed a clause', ...placeOf(row), clause: row.key, on: row.at })),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
