import { z } from 'zod'
import { code, email } from './sign-in.ts'
import type { AddressChangeTable, MembershipTable } from './tables.ts'

export const addressForm = z.object({ email })
export const addressCodeForm = z.object({ code })

/** Days for which a change is remembered: as long as mail to the old address may be kept, so that it can be erased. */
export const rememberedDays = 31

export const isOpenChange = (
  change: Pick<AddressChangeTable, 'confirmed_at' | 'ends_at'>,
  now: Date,
): boolean => change.confirmed_at === null && change.ends_at > now

/** Whether a membership rests on the old address: someone's word stays good, an address that is gone does not. */
export const restsOnAddress = ({ ground }: Pick<MembershipTable, 'ground'>) => ground !== 'word'
