import { type WaitingAnswer, WaitingAnswers } from '#features/accounts/index.ts'
import type { Person } from '#plumbing/actor.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Hero } from '#ui/hero.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState } from '#ui/section.tsx'
import type { Closing, MyLink, MyPlace, MySection } from '../my-page.ts'
import { MyLinks } from './my-links.tsx'
import { ChangedForYou, ClosesSoon, WaitsForYou, YourOwn } from './my-sections.tsx'

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

type Placed = MySection & { place: MyPlace }

type MyPageProps = { sections: Placed[]; closing: Closing[]; waiting: WaitingAnswer[]; links: MyLink[] }

/** First what others wait for, then what is new, then what closes soon, then what is one's own. */
export const MyPage = ({ sections, closing, waiting, links }: MyPageProps) => {
  const at = (place: MyPlace) => sections.filter(section => section.place === place)
  return (
    <Row>
      <Column share="two-thirds">
        <WaitsForYou sections={at('waits')} />
        {waiting.length > 0 && <WaitingAnswers waiting={waiting} />}
        <ChangedForYou sections={at('changed')} />
        <ClosesSoon closing={closing} />
        {at('own').length > 0 && <YourOwn sections={at('own')} />}
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
}
