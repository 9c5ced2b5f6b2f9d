import { Link } from '#ui/link.tsx'
import { Contact, Points, type Runner, Say, Statement } from './statement.tsx'

export const AccessibilityPage = ({ controller, contact, address }: Runner & { address: string }) => (
  <Statement
    title="Accessibility statement"
    lead="Everyone who works for a public service should be able to use Pipeline. This page says how far that holds, and what we do not know."
    written="22 November 2026"
    parts={[
      {
        id: 'scope',
        title: 'What this covers',
        content: (
          <Say>
            This statement is about the website {address}, run by{' '}
            {controller ?? 'someone who has not said yet who they are'}. It is written after the Public Sector
            Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
          </Say>
        ),
      },
      {
        id: 'can',
        title: 'What you can do',
        content: (
          <Points>
            <li>use every page by keyboard alone, and skip to its main part</li>
            <li>
              enlarge a page fourfold, or read it on a screen 320 pixels wide, without scrolling sideways
            </li>
            <li>switch scripts off: every page and form works without them</li>
            <li>set your own colours, fonts and spacing</li>
            <li>
              listen to a page with a screen reader: headings, landmarks, labels and tables are marked as what
              they are
            </li>
            <li>read every picture of figures, such as a map, as words or a table too</li>
          </Points>
        ),
      },
      {
        id: 'status',
        title: 'How far it complies',
        content: (
          <Say>
            This website is <strong>partially compliant</strong> with the Web Content Accessibility Guidelines
            (WCAG) 2.2, level AA. What is or may not be accessible stands below.
          </Say>
        ),
      },
      {
        id: 'not',
        title: 'What is not accessible',
        content: (
          <>
            <h3 class="govuk-heading-s">Not in line with the regulations</h3>
            <Points>
              <li>
                What organisations write can fall short: a link that does not say where it leads, or words
                that describe a picture somewhere else (WCAG 2.4.4 and 1.1.1). We show how to write it, and
                cannot mend it for them.
              </li>
              <li>
                The prior-work note as a Word file has headings and lists, but was not tried with assistive
                technology. The same note as a web page is the accessible way to read it.
              </li>
              <li>
                No disabled person and no outside auditor has tested the site yet, and it was not tried with a
                screen reader. There may be barriers that we do not know of.
              </li>
            </Points>
            <h3 class="govuk-heading-s">Disproportionate burden</h3>
            <Say>We claim none.</Say>
            <h3 class="govuk-heading-s">Outside the regulations</h3>
            <Say>Documents and websites of others that pages link to.</Say>
          </>
        ),
      },
      {
        id: 'prepared',
        title: 'How this statement was prepared',
        content: (
          <>
            <Say>
              It was prepared on 22 November 2026 from the makers’ own tests, which run again with every
              change of the program:
            </Say>
            <Points>
              <li>
                axe, a program that looks for barriers, on every kind of page for readers and on the pages at
                fixed addresses for people who are signed in, 1,200 and 320 pixels wide: none found
              </li>
              <li>the same pages at 320 pixels, which is a fourfold zoom, without scrolling sideways</li>
              <li>every public page in Chromium with scripts off</li>
              <li>
                pages with forms and filters gone through by keyboard, with the focus visible at each step
              </li>
              <li>
                the markup of the parts that pages are made of, against the GOV.UK Design System’s own samples
              </li>
              <li>contrast of all colours in use, by calculation</li>
            </Points>
            <Say>Pages were also looked at by eye, wide and narrow.</Say>
          </>
        ),
      },
      {
        id: 'contact',
        title: 'Tell us',
        content: (
          <Say>
            Met a barrier, or need something in another form, such as large print or plain text? Write to{' '}
            <Contact contact={contact} /> and say which page it is and what you use to read it. We answer
            within ten working days.
          </Say>
        ),
      },
      {
        id: 'enforcement',
        title: 'If our answer does not help',
        content: (
          <>
            <Say>
              The Equality and Human Rights Commission (EHRC) enforces the 2018 regulations. If you are not
              content with how we answer, go to the{' '}
              <Link href="https://www.equalityadvisoryservice.com/">
                Equality Advisory and Support Service (EASS)
              </Link>
              .
            </Say>
            <Say>
              In Northern Ireland the Equality Commission for Northern Ireland (ECNI) does this in place of
              EHRC and EASS: <Link href="https://www.equalityni.org/">go to the ECNI</Link>.
            </Say>
          </>
        ),
      },
    ]}
  />
)
