import { z } from 'zod'

const address = z.email().max(254)

/** One plain address, without a name: nothing in it can end a header or begin another recipient. */
export const isMailAddress = (text: string) => address.safeParse(text).success

/** 'jo.smith@leeds.example' → 'j…@leeds.example', wherever an address stands in a text. */
export const withMaskedAddresses = (text: string) =>
  text.replace(/([^\s<>@"'(),;:])[^\s<>@"'(),;:]*@([^\s<>@"'(),;:]+)/g, '$1…@$2')

/** What a server said, in one line that can be kept. */
export const asAnswer = (text: string) => withMaskedAddresses(text).replace(/\s+/g, ' ').trim().slice(0, 500)
