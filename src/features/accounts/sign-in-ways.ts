import type { Db } from '#plumbing/database/database.ts'

/** A way in that begins with a link, e.g. an organisation's own sign-in. `href` is a path of this site. */
export type SignInWay = { label: string; href: string }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** Ways to sign in beside mail, in the order they are shown. */
    signInWays: { load(db: Db): Promise<SignInWay[]> }
    /** The only ways in for an address, where its organisation wants no mail; none where mail is as good as any. */
    signInRule: { for(db: Db, email: string): Promise<SignInWay[]> }
  }
}

/** The address of a way in, with the page that the person wanted. */
export const wayTo = ({ href }: SignInWay, next: string) =>
  next === '' ? href : `${href}?next=${encodeURIComponent(next)}`
