import type { Slots } from '#plumbing/feature.ts'
import { listHooksOf } from './hook-queries.ts'
import { deleteHooks } from './stored-hooks.ts'

export const ownHooks: Slots['personalData'] = {
  title: 'Chats and webhooks to which what you are told of is sent',
  order: 75,
  export: async (db, personId) => (await listHooksOf(db, personId)).map(({ id: _, ...hook }) => hook),
  erase: async (trx, _clock, personId) => {
    const ids = (await listHooksOf(trx, personId)).map(({ id }) => id)
    await deleteHooks(trx, [...new Set(ids)])
  },
}
