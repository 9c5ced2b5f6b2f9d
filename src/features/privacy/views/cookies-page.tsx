import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Points, Say, Statement } from './statement.tsx'

/** The cookie as this site sets it, and as one without encryption would. */
type CookiesPageProps = { name: string; names: { encrypted: string; plain: string }; days: number }

export const CookiesPage = ({ name, names, days }: CookiesPageProps) => (
  <Statement
    title="Cookies"
    lead="One cookie, strictly necessary. There is nothing to accept or refuse, so no banner asks."
    written="22 November 2026"
    parts={[
      {
        id: 'cookie',
        title: 'The one cookie',
        content: (
          <SummaryList
            rows={[
              { key: 'Name', value: <code>{name}</code> },
              {
                key: 'What it holds',
                value:
                  'A random secret. Nothing about you can be read from it, and we keep only a hash of it.',
              },
              {
                key: 'What for',
                value:
                  'To know that a form was sent from a page of this site and not from a trap elsewhere, and to keep you signed in.',
              },
              {
                key: 'Who gets it',
                value:
                  'Whoever opens a page with a form that changes something, such as signing in. Readers get none.',
              },
              {
                key: 'How long',
                value: `Before you sign in: until you close the browser. Signed in: ${days} days, and not longer, or until you sign out.`,
              },
            ]}
          />
        ),
      },
      {
        id: 'name',
        title: 'Its name',
        content: (
          <Say>
            It is called <code>{names.encrypted}</code> where the site is served encrypted (https), as every
            public site should be, and <code>{names.plain}</code> on a trial copy without encryption. It
            belongs to this site alone, is sent only to it, and no script can read it.
          </Say>
        ),
      },
      {
        id: 'none',
        title: 'What there is none of',
        content: (
          <Points>
            <li>cookies of others, and cookies that count or recognise visitors</li>
            <li>anything kept in your browser by a script</li>
            <li>anything asked of another site when you open a page</li>
          </Points>
        ),
      },
      {
        id: 'law',
        title: 'Why we need not ask',
        content: (
          <Say>
            The Privacy and Electronic Communications Regulations 2003 ask for consent before something is
            stored in your browser, except where it is strictly necessary for what you asked for. This is. You
            can delete it in your browser at any time: you are then signed out.
          </Say>
        ),
      },
    ]}
  />
)
