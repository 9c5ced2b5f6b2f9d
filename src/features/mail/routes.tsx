import { z } from 'zod'
import { anyone } from '#plumbing/actor.ts'
import type { Config } from '#plumbing/config.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get } from '#plumbing/http/route.ts'
import { letterAsHtml } from '#ui/email.tsx'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { letterAsText } from './letter.ts'
import { isOutboxShown } from './mail.ts'
import { findMail, findNewestMail, listOutbox } from './queries.ts'
import { LetterPage } from './views/letter-page.tsx'
import { OutboxPage } from './views/outbox-page.tsx'

const outboxPath = '/dev/outbox'

/** 'newest' is for whoever waits for a mail while trying something out. */
const params = z.object({ id: z.uuid().or(z.literal('newest')) })

/** To everyone else these pages do not exist. */
function requireDevelopment(config: Config) {
  if (!isOutboxShown(config)) throw failure('absent', '')
}

async function newestMail(db: Db, path = '') {
  const newest = await findNewestMail(db)
  return redirect(newest ? `${outboxPath}/${newest.id}${path}` : outboxPath)
}

async function findLetter(db: Db, id: string) {
  const { letter, ...mail } = await findMail(db, id)
  if (!letter) throw failure('absent', '')
  return { ...mail, letter }
}

export const routes = [
  get(outboxPath, { access: anyone, examples: [outboxPath] }, async ({ db, config }) => {
    requireDevelopment(config)
    return page({
      title: 'Outbox',
      unlisted: true,
      content: <OutboxPage mails={await listOutbox(db)} path={outboxPath} />,
    })
  }),

  get(
    `${outboxPath}/:id`,
    { access: anyone, params, examples: [`${outboxPath}/newest`] },
    async ({ db, config, params }) => {
      requireDevelopment(config)
      if (params.id === 'newest') return newestMail(db)
      const { id, letter, recipient, state } = await findLetter(db, params.id)
      return page({
        title: letter.subject,
        unlisted: true,
        way: <Breadcrumbs items={[{ label: 'Outbox', href: outboxPath }, { label: letter.subject }]} />,
        content: (
          <LetterPage
            subject={letter.subject}
            recipient={recipient}
            state={state}
            text={letterAsText(letter, config.BASE_URL)}
            htmlHref={`${outboxPath}/${id}/html`}
          />
        ),
      })
    },
  ),

  get(
    `${outboxPath}/:id/html`,
    { access: anyone, params, examples: [`${outboxPath}/newest/html`] },
    async ({ db, config, params }) => {
      requireDevelopment(config)
      if (params.id === 'newest') return newestMail(db, '/html')
      const { letter } = await findLetter(db, params.id)
      return download({
        type: 'text/html; charset=utf-8',
        body: letterAsHtml(letter, config.BASE_URL),
        unlisted: true,
      })
    },
  ),
]
