import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { SignInWay } from './sign-in-ways.ts'

/** The only ways in for an address; none where mail is as good as any. */
export async function listOnlyWaysIn(db: Db, site: Site, email: string): Promise<SignInWay[]> {
  const ways = await Promise.all(site.slot('signInRule').map(rule => rule.for(db, email)))
  return ways.flat()
}
