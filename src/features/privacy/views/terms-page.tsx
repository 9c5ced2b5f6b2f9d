import { Link } from '#ui/link.tsx'
import { FreedomOfInformation } from './privacy-page.tsx'
import { Contact, Points, type Runner, Say, Statement } from './statement.tsx'

const licencePath = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

export const TermsPage = ({ controller, contact }: Runner) => (
  <Statement
    title="Terms"
    lead="Read and reuse freely. Publish for an organisation that has said you may, and leave people’s private matters out."
    written="22 November 2026"
    parts={[
      {
        id: 'reading',
        title: 'Reading and reuse',
        content: (
          <Say>
            Everyone may read what is public, without an account, and reuse it under the{' '}
            <Link href={licencePath}>Open Government Licence v3.0</Link>: for any purpose, if you say where it
            comes from. Records taken from other sources say so and keep their own licence.{' '}
            <Link href="/data">All of it as data</Link>.
          </Say>
        ),
      },
      {
        id: 'publishing',
        title: 'Who may publish',
        content: (
          <>
            <Say>
              Organisations publish, through people who speak for them. You speak for one when your work
              e-mail shows that you belong to it, or when one of its leads or a curator of this site has
              confirmed you. Use your own account, and only while you work there.
            </Say>
            <Say>
              What you publish belongs to your organisation. You publish it under the Open Government Licence
              v3.0, so be sure that your organisation may: that it wrote it or has leave from whoever did.
            </Say>
          </>
        ),
      },
      {
        id: 'not',
        title: 'What does not belong here',
        content: (
          <Points>
            <li>
              anything by which a resident, a customer or a colleague could be known, or that is about their
              case
            </li>
            <li>what would harm a procurement or a supplier’s trade secrets if competitors read it</li>
            <li>advertising, and words in the name of an organisation you do not speak for</li>
            <li>what is unlawful, or insults or threatens someone</li>
            <li>programs meant to harm, and attempts to read or change what is not yours</li>
          </Points>
        ),
      },
      {
        id: 'moderation',
        title: 'How it is looked after',
        content: (
          <Say>
            The first thing a new organisation publishes waits until a curator has read it. Anyone can report
            anything, without an account. A curator may take something down, and says why in its place; the
            organisation may ask for it back. An account that breaks these terms may be suspended. Nothing is
            ranked by payment.
          </Say>
        ),
      },
      {
        id: 'ending',
        title: 'Taking back',
        content: (
          <Say>
            What was public is not deleted: it is withdrawn, keeps its address and says so, because others may
            have built on it. What is about you as a person{' '}
            <Link href="/account/data">you can have erased</Link> at any time.
          </Say>
        ),
      },
      { id: 'foi', title: 'Freedom of information', content: <FreedomOfInformation /> },
      {
        id: 'liability',
        title: 'What we cannot promise',
        content: (
          <Say>
            What stands here is what organisations say about themselves. We do not check that it is right or
            complete, and matches are found by a program. Ask the organisation before you spend money on the
            strength of it. We give no warranty, and as far as the law lets us we are not liable for what
            comes of relying on the site or of its being away. Nothing here limits liability for death or
            injury through negligence, for fraud, or where the law does not allow it to be limited.
          </Say>
        ),
      },
      {
        id: 'who',
        title: 'Who runs it',
        content: (
          <Say>
            {controller ?? 'Whoever runs this copy of Pipeline, and has not said yet who they are'}. Write to{' '}
            <Contact contact={contact} />. When these terms change, the date below does.
          </Say>
        ),
      },
    ]}
  />
)
