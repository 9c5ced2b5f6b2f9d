import { type Page, page } from '#plumbing/http/answer.ts'
import type { Fault } from '#plumbing/http/server.ts'
import { Link } from '#ui/link.tsx'

type Words = { title: string; says: string[] }

const words: Record<number, Words> = {
  404: {
    title: 'Page not found',
    says: [
      'If you typed the address, check that it is right. If you pasted it, check that you copied all of it.',
      'It may also be something that only its owner may see.',
    ],
  },
  403: { title: 'That was not taken in', says: [] },
  413: { title: 'What you sent is too long', says: ['Shorten it and send it again.'] },
  429: { title: 'Too many requests', says: [] },
  503: { title: 'Pipeline is not available just now', says: ['Nothing is lost. Try again in a minute.'] },
}

const refused: Words = {
  title: 'That request was not understood',
  says: ['Go back, check what you typed, and try again.'],
}
const broken: Words = {
  title: 'Something went wrong on our side',
  says: [
    'What you sent was not saved. Try again in a few minutes.',
    'If it happens again, tell the people who run this site when it happened and what you did.',
  ],
}

/** The page for a request that could not be answered. */
export function errorPage({ status, message, signInHref }: Fault): Page {
  const { title, says } = words[status] ?? (status >= 500 ? broken : refused)
  return page({
    status,
    title,
    unlisted: true,
    content: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{title}</h1>
          {message && <p class="govuk-body">{message}</p>}
          {says.map(sentence => (
            <p class="govuk-body">{sentence}</p>
          ))}
          {signInHref && (
            <p class="govuk-body">
              If you came by a link in a mail, or work for an organisation that takes part,{' '}
              <Link href={signInHref}>sign in and look again</Link>.
            </p>
          )}
          <p class="govuk-body">
            <Link href="/">Check a problem</Link> or <Link href="/search">search everything public</Link>.
          </p>
        </div>
      </div>
    ),
  })
}
