import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, as 43 characters that an address can carry. */
export const newSecret = () => randomBytes(32).toString('base64url')

export const isSecret = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text)

/** What is kept of a secret: enough to know it again, of no use to a thief of the database. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Compares in a time that does not tell where they differ. */
export const isSameSecret = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)))
