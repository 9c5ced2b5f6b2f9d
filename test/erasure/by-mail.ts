import type { Db } from '#plumbing/database/database.ts'
import type { testApp } from '#test/support.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Browser = ReturnType<App['freshBrowser']>

/** The code of the latest mail to an address. */
export async function codeSentTo(db: Db, email: string): Promise<string> {
  const { letter } = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', email)
    .where('letter', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /"code": ?"(\d{6})"/.exec(JSON.stringify(letter))![1]!
}

/** Comes in as everyone does. */
export async function signInByMail({ db, freshBrowser }: App, email: string): Promise<Browser> {
  const browser = freshBrowser()
  await browser.get('/sign-in')
  await browser.post('/sign-in', { email })
  await browser.post('/sign-in/code', { email, code: await codeSentTo(db, email) })
  return browser
}
