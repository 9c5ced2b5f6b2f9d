import { type CuratorQueue, CuratorQueues } from '#features/accounts/index.ts'
import { formatMoment } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { type Guide, type GuideKind, guidePath, guidesPath, newGuidePath } from '../guide.ts'
import type { Uses } from '../stored-uses.ts'

interface GuidesPageProps {
  guides: Guide[]
  uses: Map<string, Uses>
  beingWritten: { slug: string; title: string; savedAt: Date }[]
  withdrawn: { slug: string; title: string }[]
  isCurator: boolean
  queues: CuratorQueue[]
}

const GuideRow = ({ guide: { slug, title, summary }, uses }: { guide: Guide; uses?: Uses }) => (
  <li class="app-row">
    <Link href={guidePath(slug)}>
      <strong>{title}</strong>
    </Link>
    <p class="govuk-body govuk-!-margin-bottom-0">{summary}</p>
    {uses && <MetaLine items={[`used ${countOf(uses.uses, 'time')}`]} />}
  </li>
)

const Part = ({
  kind,
  title,
  lead,
  guides,
  uses,
}: Pick<GuidesPageProps, 'guides' | 'uses'> & { kind: GuideKind; title: string; lead: string }) => {
  const own = guides.filter(guide => guide.kind === kind)
  return own.length === 0 ? null : (
    <section>
      <SectionHeading lead={lead}>{title}</SectionHeading>
      <ul class="govuk-list">
        {own.map(guide => (
          <GuideRow key={guide.id} guide={guide} uses={uses.get(guide.id)} />
        ))}
      </ul>
    </section>
  )
}

const BeingWritten = ({ beingWritten }: Pick<GuidesPageProps, 'beingWritten'>) =>
  beingWritten.length === 0 ? null : (
    <section>
      <SectionHeading lead="Only curators see these.">Drafts</SectionHeading>
      <ul class="govuk-list">
        {beingWritten.map(({ slug, title, savedAt }) => (
          <li class="app-row" key={slug}>
            <Link href={`${guidePath(slug)}/preview`}>
              <strong>{title}</strong>
            </Link>
            <MetaLine items={[`saved ${formatMoment(savedAt)}`]} />
          </li>
        ))}
      </ul>
    </section>
  )

const Withdrawn = ({ withdrawn }: Pick<GuidesPageProps, 'withdrawn'>) =>
  withdrawn.length === 0 ? null : (
    <section>
      <SectionHeading lead="Only curators see these. Open one to put it back.">Withdrawn</SectionHeading>
      <ul class="govuk-list">
        {withdrawn.map(({ slug, title }) => (
          <li key={slug}>
            <Link href={guidePath(slug)}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )

/** All that is written here about working together: which way is yours, what goes wrong, and what to fill in. */
export const GuidesPage = ({ guides, uses, beingWritten, withdrawn, isCurator, queues }: GuidesPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-xl">Guides to working together</h1>
      <p class="govuk-body-l">
        Councils that work together fail in the same few ways. Each page here takes a few minutes, says what
        is known and from where, and ends with people and projects that did it.
      </p>
      <BeingWritten beingWritten={beingWritten} />
      <Part
        kind="journey"
        title="Which is yours?"
        lead="Ways of working together, each asking more of you than the one before. Start with the first that is enough."
        guides={guides}
        uses={uses}
      />
      <Part
        kind="guide"
        title="Guides"
        lead="What to do at the places where it usually goes wrong."
        guides={guides}
        uses={uses}
      />
      <Part
        kind="template"
        title="Templates"
        lead="As Word or as plain text. Where Pipeline knows something, it fills it in."
        guides={guides}
        uses={uses}
      />
      <section id="evidence">
        <SectionHeading>Where the claims come from</SectionHeading>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <strong>The discovery of 2019:</strong> research with councils into working together, for the
            Ministry of Housing, Communities and Local Government.{' '}
            <Link href="/projects/discovery-into-improving-digital-collaboration-between-local-authorities">
              Why it was done
            </Link>{' '}
            stands here; what it found is told in the words of Pipeline’s editors, and quotations are from it.
          </li>
          <li>
            <strong>The Local Digital Fund:</strong> its <Link href="/fund/applications">bids</Link> and
            awards as they were published. The records are partial.
          </li>
          <li>
            <strong>This site on the day:</strong> figures and lists are counted when you open the page.
          </li>
          <li>
            <strong>Everything else</strong> is advice: what Pipeline’s editors, or the curators, would do.
          </li>
        </ul>
      </section>
      {isCurator && (
        <>
          <p class="govuk-body">
            <Link href={newGuidePath}>Write another guide</Link>, or{' '}
            <Link href={`${newGuidePath}?kind=template`}>another template</Link>
          </p>
          <Withdrawn withdrawn={withdrawn} />
        </>
      )}
    </Column>
    <Column share="one-third">
      <CuratorQueues queues={queues} here={guidesPath} />
    </Column>
  </Row>
)
