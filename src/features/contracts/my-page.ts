import { listOrganisationsById } from '#features/organisations/index.ts'
import { isLeadOf, isPublicSpeaker } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { contractsPath } from './contract.ts'
import { listImports } from './import-queries.ts'

/** For those who lead a council: to bring its register of contracts, or a newer one, and files that wait to be taken in. */
export const registerToBring: Slots['mySections'] = {
  place: 'waits',
  order: 26,
  load: async (db, _clock, actor) => {
    const title = 'Register of contracts'
    const { id, name } = actor.actingFor
    if (!isPublicSpeaker(actor) || !isLeadOf(actor, id)) return { title, rows: [] }
    const path = contractsPath((await listOrganisationsById(db, [id])).get(id)!.slug)
    const imports = await listImports(db, id)
    const newest = imports
      .filter(({ format, state }) => format === 'register' && state === 'taken-in')
      .map(({ sourceAsOf }) => sourceAsOf)
      .toSorted()
      .at(-1)
    const waiting = imports.filter(({ state }) => state === 'previewed')
    return {
      title,
      rows: [
        ...waiting.map(file => ({
          title: `${file.fileName} waits to be taken in`,
          href: `${path}/imports/${file.id}`,
          meta: ['you have looked at it, and nothing of it is shown yet'],
        })),
        {
          title: newest ? 'Bring in a newer register' : `Bring in the register that ${name} publishes`,
          href: `${path}/import`,
          meta: [
            newest
              ? `the newest here says how it stood on ${formatDate(newest)}`
              : 'a CSV or Excel file as it is: you see every line before it goes in',
          ],
        },
      ],
    }
  },
}
