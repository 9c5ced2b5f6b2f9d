import { formTokenOf } from '#plumbing/http/browser-key.ts'
import { sleep } from './processes.ts'

/** What the site said it had taken in, and what was sent without hearing. */
export type Heard = { drafts: string[]; notes: string[]; unanswered: number }

const pauseMilliseconds = 150

/** An officer at a browser who raises problems and says where their council stands, again and again. */
export async function writeUntil(
  stopped: () => boolean,
  origin: string,
  { key, name, slug }: { key: string; name: string; slug: string },
): Promise<Heard> {
  const heard: Heard = { drafts: [], notes: [], unanswered: 0 }
  let requests = 0
  const ask = (path: string, form?: Record<string, string>) =>
    fetch(origin + path, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams({ ...form, form_token: formTokenOf(key) }),
      // A new address each time, so that no limit on one network stands in the way.
      headers: {
        cookie: `pipeline=${key}`,
        'x-forwarded-for': `10.${name}.${requests >> 8}.${requests++ & 255}`,
      },
    })
  const isTakenIn = ({ status, headers }: Response) =>
    status === 303 && !headers.get('location')!.startsWith('/sign-in')

  for (let turn = 0; !stopped(); turn++) {
    await sleep(pauseMilliseconds)
    const [draft, note] = [`Draft ${turn} of officer ${name}`, `Note ${turn} of officer ${name}`]
    try {
      if (
        isTakenIn(await ask('/problems', { title: draft, happens: 'Something goes wrong, again and again.' }))
      )
        heard.drafts.push(draft)
      const page = await (await ask(`/problems/${slug}/stance`)).text()
      const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '0'
      if (isTakenIn(await ask(`/problems/${slug}/stances`, { says: 'have-it', note, seen })))
        heard.notes.push(note)
    } catch {
      heard.unanswered++
    }
  }
  return heard
}
