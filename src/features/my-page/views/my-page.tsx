import { type WaitingAnswer, WaitingAnswers } from '#features/accounts/index.ts'
import type { Person } from '#plumbing/actor.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Hero } from '#ui/hero.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { MyLink, MySection } from '../my-page.ts'
import { MyLinks } from './my-links.tsx'

type MyHeroProps = { owner: { name: string | null; email: string | null }; actor: Person }

const SpeaksFor = ({ actor: { actingFor, memberships } }: Pick<MyHeroProps, 'actor'>) => {
  if (!actingFor) return <>No organisation has confirmed yet that you may speak for it.</>
  return (
    <>
      You speak for <strong>{actingFor.name}</strong>
      {memberships.length > 1 && (
        <>
          {' '}
          just now. <Link href="/account/organisations">Change organisation</Link>
        </>
      )}
      {memberships.length === 1 && '.'}
    </>
  )
}

/** The greeting, whom the person speaks for, and the one thing to do before anything else. */
export const MyHero = ({ owner, actor }: MyHeroProps) => (
  <Hero title={owner.name ? `Hello, ${owner.name}` : 'Hello'} lead={<SpeaksFor actor={actor} />}>
    {!owner.name && <p class="govuk-body">You are signed in as {owner.email}.</p>}
    <Button href="/">Check before you start</Button>
  </Hero>
)

const Section = ({ title, rows, empty }: MySection) => (
  <section>
    <SectionHeading>{title}</SectionHeading>
    {rows.length > 0 ? (
      <ul class="govuk-list">
        {rows.map(row => (
          <li class="app-row">
            <Link href={row.href}>
              <strong>{row.title}</strong>
            </Link>
            <MetaLine items={row.meta} />
            {row.button && (
              <ButtonForm
                action={row.button.action}
                fields={row.button.fields}
                look="secondary"
                label={`${row.button.label}: ${row.title}`}
              >
                {row.button.label}
              </ButtonForm>
            )}
          </li>
        ))}
      </ul>
    ) : (
      empty && (
        <EmptyState title={empty.says}>
          <p class="govuk-body">
            <Link href={empty.href}>{empty.label}</Link>
          </p>
        </EmptyState>
      )
    )}
  </section>
)

type MyPageProps = { sections: MySection[]; waiting: WaitingAnswer[]; links: MyLink[] }

export const MyPage = ({ sections, waiting, links }: MyPageProps) => (
  <Row>
    <Column share="two-thirds">
      {sections.map(section => (
        <Section {...section} />
      ))}
      {waiting.length > 0 && <WaitingAnswers waiting={waiting} />}
      {sections.length + waiting.length === 0 && (
        <EmptyState title="Nothing of your organisation waits here">
          <p class="govuk-body">
            <Link href="/">Say what problem you are trying to solve</Link>, and see who has it too.
          </p>
        </EmptyState>
      )}
    </Column>
    <Column share="one-third">
      <MyLinks links={links} />
    </Column>
  </Row>
)
