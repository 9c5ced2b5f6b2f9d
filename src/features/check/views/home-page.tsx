import { Facts } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Hero } from '#ui/hero.tsx'
import { Link } from '#ui/link.tsx'
import type { QuestionErrors, Typed } from '../check-form.ts'
import { QuestionErrorSummary, QuestionForm } from './question-form.tsx'

export type HomeFigureProps = { figure: string; says: string; href: string }
export type HomeSectionProps = {
  title: string
  rows: { title: string; href: string; meta: string }[]
  more?: { label: string; href: string }
}

type HomeHeroProps = { typed: Typed; errors: QuestionErrors; figures: HomeFigureProps[] }

export const HomeHero = ({ typed, errors, figures }: HomeHeroProps) => (
  <Hero
    title="What problem are you trying to solve?"
    lead="Paste a paragraph. See who else has it, who solved it, who stopped and why, before money is spent. No account needed."
    beside={
      <Facts
        facts={figures.map(({ figure, says, href }) => ({
          figure: <Link href={href}>{figure}</Link>,
          meaning: says,
        }))}
      />
    }
  >
    <QuestionErrorSummary errors={errors} />
    <QuestionForm typed={typed} errors={errors} />
  </Hero>
)

const SectionColumn = ({ title, rows, more }: HomeSectionProps) => (
  <Column share="one-third">
    <h2 class="govuk-heading-m">{title}</h2>
    <ul class="govuk-list app-list">
      {rows.map(row => (
        <li class="app-list__item">
          <Link href={row.href}>{row.title}</Link>
          <span class="app-list__meta">{row.meta}</span>
        </li>
      ))}
    </ul>
    {more && (
      <p class="govuk-body">
        <Link href={more.href}>{more.label}</Link>
      </p>
    )}
  </Column>
)

export const HomeSections = ({ sections }: { sections: HomeSectionProps[] }) => (
  <Row>
    {sections.map(section => (
      <SectionColumn {...section} />
    ))}
  </Row>
)
