import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import type { Retention } from '../retention.ts'
import { Contact, Points, type Runner, Say, Statement } from './statement.tsx'

type PrivacyPageProps = Runner & { retention: Retention[] }

const Controller = ({ controller, contact }: Runner) =>
  controller ? (
    <Say>
      <strong>{controller}</strong> runs this site and decides what is done with personal data here: it is the
      controller under the UK GDPR and the Data Protection Act 2018. Write to <Contact contact={contact} />.
    </Say>
  ) : (
    <InsetText>
      Whoever runs this copy of Pipeline has not said yet who they are. Until they do, take it as a trial, and
      put nothing into it that is about a person.
    </InsetText>
  )

const WhatIsHeld = () => (
  <>
    <Say>
      Reading needs no account, and we hold nothing about those who read. Of those who sign in we hold:
    </Say>
    <Points>
      <li>your work e-mail address, which you gave us to sign in; there is no password</li>
      <li>your name, job title and what you can help with, where you chose to write them</li>
      <li>which organisations you speak for or asked to speak for, and who there said yes</li>
      <li>what you did here, and when: what you published, confirmed, changed or reported</li>
      <li>the browsers in which you are signed in, such as “Firefox on Windows”</li>
    </Points>
    <Say>
      If you report something without an account, we hold what you wrote and, if you want an answer, your
      address. The published records that Pipeline began with come from public sources, each named on its
      page. Should one of them, or anything else here, name you and should not: report it on its page, or
      write to us.
    </Say>
  </>
)

const LawfulBases = () => (
  <>
    <Points>
      <li>
        <strong>
          Accounts, speaking for an organisation, publishing, and mail about what you take part in
        </strong>
        : a task in the public interest (Article 6(1)(e) UK GDPR) where the controller is a public authority;
        otherwise the legitimate interest of public services in finding others with the same problem before
        money is spent (Article 6(1)(f)).
      </li>
      <li>
        <strong>Showing your name, job title and what you can help with to everyone</strong>: your consent
        (Article 6(1)(a)). It is off until you switch it on, and you can switch it off at any time.
      </li>
      <li>
        <strong>Keeping the site safe</strong>: limits on how often something can be asked for, the list of
        your browsers, the record of who did what. The same grounds as for accounts, with the duty to keep
        personal data secure (Article 32).
      </li>
      <li>
        <strong>Answering reports</strong>: the same grounds as for accounts.
      </li>
    </Points>
    <Say>
      We ask for nothing that the law calls special category data. No decision about you is made by a machine
      alone.
    </Say>
  </>
)

const Kept = ({ retention }: Pick<PrivacyPageProps, 'retention'>) => (
  <SummaryList
    rows={retention.map(({ what, why, until }) => ({
      key: what,
      value: (
        <>
          <p class="govuk-body">
            <strong>{until}</strong>
          </p>
          <p class="govuk-body">{why}</p>
        </>
      ),
    }))}
  />
)

const WhoSees = () => (
  <>
    <Points>
      <li>
        <strong>Everyone</strong> sees what you publish in your organisation’s name. Your own name stands
        there only if you chose to be shown; otherwise it says “an officer”.
      </li>
      <li>
        <strong>Leads of your organisation</strong> see who speaks for it, to confirm them.
      </li>
      <li>
        <strong>Curators and operators of this site</strong> see what they need to answer requests and
        reports.
      </li>
      <li>
        <strong>Those who run the machine and the mail server</strong> for the controller process data on its
        behalf. The controller says who and where they are when you ask.
      </li>
    </Points>
    <Say>
      Nobody else. Nothing is sold, and nothing goes to advertisers, makers of artificial intelligence, or a
      firm that counts visitors. What you paste or publish is compared and searched on this site’s own
      machine, by its own program. Fonts, maps and pictures come from here too: a page asks nothing of anyone
      else.
    </Say>
  </>
)

const Rights = ({ contact }: Pick<Runner, 'contact'>) => (
  <>
    <Points>
      <li>
        <Link href="/account/data">Get a copy of your data, or have it erased</Link>: one click each, at any
        time, whatever the lawful basis
      </li>
      <li>
        <Link href="/account/profile">Put right what is wrong, or stop being shown</Link>
      </li>
      <li>
        Object, or ask for use to be restricted: write to <Contact contact={contact} />. We answer within a
        month
      </li>
    </Points>
    <Say>
      Not content? Complain to us first, at <Contact contact={contact} />. We confirm within 30 days that we
      have your complaint, look into it without delay, and tell you what came of it. You can also complain to
      the Information Commissioner, who watches over data protection in the UK, at{' '}
      <Link href="https://ico.org.uk/make-a-complaint/">ico.org.uk</Link>.
    </Say>
  </>
)

export const FreedomOfInformation = () => (
  <Say>
    Public authorities answer to the Freedom of Information Act 2000, the Freedom of Information (Scotland)
    Act 2002 and the Environmental Information Regulations. What an officer writes here, drafts and what is
    shown only to the public sector included, is information that someone may ask for. Write as if it could be
    read.
  </Say>
)

export const PrivacyPage = ({ controller, contact, retention }: PrivacyPageProps) => (
  <Statement
    title="Privacy"
    lead="What Pipeline knows about you, why, for how long, and what you can do about it. It follows nobody around."
    written="22 November 2026"
    parts={[
      {
        id: 'who',
        title: 'Who is responsible',
        content: <Controller controller={controller} contact={contact} />,
      },
      { id: 'what', title: 'What we hold about you', content: <WhatIsHeld /> },
      { id: 'why', title: 'Why we may', content: <LawfulBases /> },
      { id: 'kept', title: 'How long it is kept', content: <Kept retention={retention} /> },
      { id: 'seen', title: 'Who sees it', content: <WhoSees /> },
      {
        id: 'tracking',
        title: 'No tracking',
        content: (
          <Say>
            No analytics, no advertising, no fingerprinting of browsers, no pixels in mail. There is one
            cookie, and only those who sign in or send a form get it:{' '}
            <Link href="/cookies">how the cookie works</Link>.
          </Say>
        ),
      },
      { id: 'rights', title: 'Your rights', content: <Rights contact={contact} /> },
      { id: 'foi', title: 'Freedom of information', content: <FreedomOfInformation /> },
    ]}
  />
)
