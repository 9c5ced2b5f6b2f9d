import type { ComponentChildren, VNode } from 'preact'
import { Marked } from '#ui/closeness.tsx'
import { Aside, Facts } from '#ui/facts.tsx'
import { FilterPanel, KeysetPagination, SortLinks } from '#ui/filter.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Hero } from '#ui/hero.tsx'
import { Document } from '#ui/layout.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine, ResultRow } from '#ui/result-row.tsx'
import { EmptyState, Quoted, SectionHeading, SourceLine } from '#ui/section.tsx'
import { parts } from './gallery-parts.tsx'

const places = ['Check', 'Problems', 'Projects', 'Opportunities', 'Contracts', 'Councils', 'Toolkit']

const shown = (title: string, here: string, inside: Partial<Parameters<typeof Document>[0]>) => (
  <Document
    title={title}
    description="Find who has the same problem before money is spent."
    baseUrl="https://pipeline.example"
    path="/"
    navigation={places.map(label => ({ label, href: `/${label.toLowerCase()}`, current: label === here }))}
    corner={[{ label: 'Search', href: '/search' }]}
    footer={['Accessibility', 'Privacy', 'API and downloads'].map(label => ({ label, href: `/${label}` }))}
    {...inside}
  />
)

const Needs = ({ title, needs }: { title: string; needs: [string, string[]][] }) => (
  <Column share="one-third">
    <h2 class="govuk-heading-m">{title}</h2>
    {needs.map(([name, items]) => (
      <div class="govuk-!-margin-bottom-4">
        <p class="govuk-body govuk-!-margin-bottom-1">
          <Link href="/">{name}</Link>
        </p>
        <MetaLine items={items} />
      </div>
    ))}
  </Column>
)

const home = shown('What problem are you trying to solve?', 'Check', {
  hero: (
    <Hero
      title="What problem are you trying to solve?"
      lead="Paste a paragraph. See who else has it, who solved it, who stopped and why, before money is spent. No account needed."
      beside={
        <Facts
          facts={[
            {
              figure: '398 councils',
              meaning: 'each with its page, its systems and the dates its contracts end',
            },
            {
              figure: '175 projects, bids and notices',
              meaning: 'with what came of them, refusals included',
            },
            { figure: '978 services', meaning: 'in the words of the Local Government Services List' },
          ]}
        />
      }
    >
      <form action="/check" method="get">
        <Textarea
          name="text"
          label="The problem, in your own words"
          labelClass="govuk-label--s"
          hint="Who is affected and what happens. Leave out names of people and of products."
          value="Residents keep phoning about missed bins and we cannot see what the crews did."
        />
        <Row>
          <Column share="one-half">
            <Input name="council" label="Your council (optional)" />
          </Column>
          <Column share="one-half">
            <Input name="service" label="Service (optional)" />
          </Column>
        </Row>
        <Button>Check before you start</Button>
      </form>
    </Hero>
  ),
  children: (
    <Row>
      <Needs
        title="Common needs nobody has taken up"
        needs={[
          [
            'Finding people at risk of losing their home before they do',
            ['6 organisations', 'no live project'],
          ],
        ]}
      />
      <Needs
        title="Partners welcome"
        needs={[
          ['A shared pattern for online housing repairs', ['needs one district', 'until 1 March 2027']],
        ]}
      />
      <Needs
        title="Contracts that end together"
        needs={[['Planning registers, five councils in the South West', ['March to November 2027']]]}
      />
    </Row>
  ),
})

const actions = [
  { label: 'We have this too', href: '/a' },
  { label: 'Ask for an introduction', href: '/b' },
  { label: 'Watch', href: '/c' },
]

const met = (
  <>
    Your words <Marked segments={[{ text: 'missed bins', isMarked: true }, { text: ' and ' }]} />
    <Marked segments={[{ text: 'what the crews did', isMarked: true }]} /> met this one. Same service:
    household waste collection.
  </>
)

const found = (
  <>
    <ResultRow
      href="/problems/1"
      title="Complaints about uncollected rubbish and no way to check the round"
      closeness={4}
      who="Oakshire City Council"
      meta={['have it', '£100,000 to £250,000 a year', 'would test']}
      why={met}
      actions={actions}
    >
      Households phone when the lorry drives past; the service sends a vehicle out again by default.
    </ResultRow>
    <ResultRow
      href="/projects/2"
      title="Visualising missed collection performance"
      closeness={3}
      who="Elmford Council"
      meta={['bid to the fund', <strong>Not funded at this stage</strong>]}
      actions={actions}
    >
      Test wider appetite, add missed streets and share the software.
    </ResultRow>
    <ResultRow href="/projects/3" title="A row with nothing but its title" closeness={1} />
  </>
)

const check = shown('Before you start: 4 organisations have this problem', 'Check', {
  children: (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          Before you start: 4 organisations have this problem, 2 projects welcome partners
        </h1>
        <Quoted>
          <p>
            Residents keep phoning about missed bins and we cannot see what the crews did, so we send a lorry
            back every time. <Link href="/">Change</Link>
          </p>
        </Quoted>
        <SectionHeading lead="Each said so itself, with size and urgency.">
          Organisations with the same problem
        </SectionHeading>
        {found}
        <SectionHeading lead="What came of them, and what they would do again.">
          Projects that finished or stopped
        </SectionHeading>
        <EmptyState title="No project on this has finished or stopped">
          <p>
            Nobody has reported one yet. <Link href="/">See planned and live projects</Link>.
          </p>
        </EmptyState>
        <SourceLine name="Local Digital Fund, applications" href="https://example.org" date="2019-04" />
      </Column>
      <Column share="one-third">
        <Aside title="Take it with you">
          <p class="govuk-body">
            <Link href="/note.docx">Prior-work note (Word)</Link>
            <br />
            <Link href="/note">Print</Link> · <Link href="/note.md">Markdown</Link>
          </p>
          <Button>Publish this problem</Button>
        </Aside>
      </Column>
    </Row>
  ),
})

const facets = [
  { name: 'kind', title: 'Kind', isOpen: true, values: ['Problems', 'Projects', 'Bids to the fund'] },
  { name: 'region', title: 'Region', values: ['North East', 'Yorkshire and The Humber'] },
  { name: 'phase', title: 'Phase', values: [] },
].map(({ values, ...facet }) => ({
  ...facet,
  values: values.map((label, index) => ({ value: label, label, count: 1200 - index, isChosen: index === 1 })),
}))

const List = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <>
    <h1 class="govuk-heading-l">{title}</h1>
    <Row>
      <Column share="one-third">
        <FilterPanel
          action="/search"
          facets={facets}
          keep={[{ name: 'q', value: 'bins' }]}
          clearHref="/search?q=bins"
        />
      </Column>
      <Column share="two-thirds">{children}</Column>
    </Row>
  </>
)

const list = shown('1,652 results for bins', 'Projects', {
  way: <Breadcrumbs items={[{ label: 'Home', href: '/' }, { label: 'Search' }]} />,
  phase: 'This is new. Tell us what does not work for you.',
  children: (
    <List title="1,652 results for “bins”">
      <SortLinks
        choices={[
          { label: 'Closest', href: '/1', isCurrent: true },
          { label: 'Newest', href: '/2' },
        ]}
      />
      {found}
      <KeysetPagination previousHref="/p" nextHref="/n" />
    </List>
  ),
})

const empty = shown('No results', 'Councils', {
  children: (
    <List title="No results for “Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch”">
      <EmptyState title="Nothing public has these words yet">
        <p>
          Try fewer words, or <Link href="/">publish this as a problem</Link> so that others can find you.
        </p>
      </EmptyState>
      <KeysetPagination />
    </List>
  ),
})

/** Every component on pages like the real ones: what the browser's tests look at. */
export const gallery: Record<string, VNode> = {
  home,
  check,
  list,
  empty,
  parts: shown('Parts', '', { children: parts }),
}
