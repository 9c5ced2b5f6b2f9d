import { agreeIn, fillClause, fixAgreement } from './agreeing.ts'
import type { App, Officer } from './planning.ts'

type Place = { own: Officer; other: string; path: string; openPath: string }

/** Agreements of two partners, by the door: one that stands with a later version that waits, and one that everyone may read. */
export async function makeAgreements(app: App, { own, other, path, openPath }: Place) {
  const partners = [await app.signedIn({ of: other, role: 'lead' })]
  const standing = await agreeIn({ path, owner: own, partners })
  await fillClause(own, path, 'costs', { way: 'equal', amount: '15,000' })
  const open = await agreeIn({ path: openPath, owner: own, partners })
  await own.post(`${openPath}/agreement/terms`, { visibility: 'public' })
  return {
    agreementClause: `${path}/agreement/clauses/costs`,
    agreementStanding: standing,
    agreementToSign: await fixAgreement(own, path),
    openAgreement: open,
  }
}
