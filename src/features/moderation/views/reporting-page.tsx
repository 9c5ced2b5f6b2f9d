import { type Actor, hasDuty } from '#plumbing/actor.ts'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import type { ModerationCounts } from '../case-queries.ts'

/** How much was reported, read and withheld, for everyone; for curators a way to each. */
export function factsOf(
  { reports, waiting, released, withheld }: ModerationCounts,
  { forCurators }: { forCurators: boolean },
): Fact[] {
  const led = (meaning: string, href: string) => (forCurators ? <Link href={href}>{meaning}</Link> : meaning)
  const posts = released === 1 ? 'first post read and released' : 'first posts read and released'
  return [
    { figure: formatCount(reports), meaning: reports === 1 ? 'report so far' : 'reports so far' },
    { figure: formatCount(waiting), meaning: led('waiting for a curator', '/moderation') },
    { figure: formatCount(released), meaning: led(posts, '/moderation/log?act=released') },
    { figure: formatCount(withheld), meaning: led('withheld just now', '/moderation/withheld') },
  ]
}

/** What anyone can do about something wrong, and what comes of it. */
export const ReportingPage = ({ counts, actor }: { counts: ModerationCounts; actor: Actor }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">How reporting works</h1>
      <p class="govuk-body-l">
        Whatever an organisation publishes here can be reported by anyone. You need no account.
      </p>
      {hasDuty(actor, 'curator') && <Button href="/moderation">See what waits for you</Button>}
      <SectionHeading>To report something</SectionHeading>
      <p class="govuk-body">
        Open its page and follow “Report something wrong with this page” at the foot. You choose what is
        wrong, and can add a few words and an address to hear what came of it. To find it,{' '}
        <Link href="/search">search what is published</Link>.
      </p>
      <SectionHeading>What happens then</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        <li>Curators are told at once. Reports of the same thing are read together.</li>
        <li>
          A curator leaves it as it is, writes to the organisation, or takes it down. What is taken down says
          why, and since when, in its place.
        </li>
        <li>It can be restored. Every decision is kept, with who took it and why.</li>
      </ul>
      <SectionHeading>Before anyone sees it</SectionHeading>
      <p class="govuk-body">
        The first post of an organisation waits until a curator has read it. Before each publication, Pipeline
        looks for what should not be public, such as phone numbers, addresses and prices, and asks whoever
        publishes to look again.
      </p>
    </Column>
    <Column share="one-third">
      <Facts facts={factsOf(counts, { forCurators: hasDuty(actor, 'curator') })} />
    </Column>
  </Row>
)
