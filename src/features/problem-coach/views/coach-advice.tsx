import type { ComponentChildren } from 'preact'
import { SectionHeading } from '#ui/section.tsx'
import type { Advice, Rule } from '../coach.ts'

const titles: Record<Rule, string> = {
  product: 'A product or supplier in the title',
  technology: 'A technology in the title',
  solution: 'The title names a solution',
  'council-terms': 'Words that only councils use',
  user: 'For whom it is worse',
  evidence: 'How you know',
  cost: 'What it costs to do nothing',
  measure: 'How anybody would see that it is better',
}

interface CoachAdviceProps {
  advice: Advice[]
  /** Where the part of the draft that this is about is changed. */
  hrefOf(rule: Rule): string
  /** What stands below: well-stated problems to look at. */
  children?: ComponentChildren
}

/** What would make a draft easier to find and to believe. It advises, and nothing waits for it. */
export const CoachAdvice = ({ advice, hrefOf, children }: CoachAdviceProps) =>
  advice.length === 0 ? null : (
    <section aria-labelledby="coach">
      <SectionHeading id="coach">Before others read it</SectionHeading>
      <p class="govuk-body">
        This may help others to find it and to see that it is theirs too. You can publish without it.
      </p>
      <dl class="app-advice">
        {advice.map(({ rule, quotes, says, stem }, at) => [
          <dt class="app-advice__title">
            <a class="govuk-link" href={hrefOf(rule)}>
              {titles[rule]}
            </a>
          </dt>,
          <dd class="app-advice__says">
            {quotes.length > 0 && <p class="govuk-body-s app-advice__quote">You wrote {listed(quotes)}</p>}
            <p class="govuk-body">{says}</p>
            {stem && advice.findIndex(other => other.stem === stem) === at && (
              <p class="govuk-body">
                You could begin: <q class="app-advice__stem">{stem}</q>
              </p>
            )}
          </dd>,
        ])}
      </dl>
      {children}
    </section>
  )

const longestQuote = 120

const listed = (quotes: string[]) =>
  quotes
    .map(quote => (quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote))
    .map(quote => `“${quote}”`)
    .join(', ')
