import { type Actor, isMemberOf, isPublicSpeaker, isSpeaker, visitor } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { Link } from '#ui/link.tsx'
import { askPath } from './introduction.ts'

type About = { kind: string; id: string }

interface AskingProps {
  about: About
  owner: string
  isOwn: boolean
}

const Asking = ({ about, owner, isOwn }: AskingProps) => (
  <p class="govuk-body">
    {isOwn ? (
      <>
        <Link href={askPath(about, 'curator')} rel="nofollow">
          Ask a curator to be a critical friend
        </Link>{' '}
        to your work.
      </>
    ) : (
      <>
        <Link href={askPath(about)} rel="nofollow">
          Ask to meet them
        </Link>
        : {owner} sees who asks and why, and no name or address is shown before both say yes.
      </>
    )}
  </p>
)

/** Whoever is of no public body is not led to what they cannot do. */
const mayAsk = (actor: Actor) => actor.kind === visitor.kind || !isSpeaker(actor) || isPublicSpeaker(actor)

export const onProblem: Slots['problemPanels'] = {
  order: 20,
  load: async (_db, { problem, actor }) =>
    problem.state === 'withdrawn' || !mayAsk(actor)
      ? null
      : {
          title: 'Talk about it',
          side: true,
          content: (
            <Asking
              about={{ kind: 'problem', id: problem.id }}
              owner={problem.organisation.name}
              isOwn={isMemberOf(actor, problem.organisation.id)}
            />
          ),
        },
}

export const onProject: Slots['projectPanels'] = {
  load: async (_db, _clock, actor, { id, organisation, organisation_id }) =>
    organisation_id === null || !organisation || !mayAsk(actor)
      ? []
      : [
          {
            place: 'at the side',
            content: (
              <>
                <h2 class="govuk-heading-s">Talk about it</h2>
                <Asking
                  about={{ kind: 'project', id }}
                  owner={organisation.name}
                  isOwn={isMemberOf(actor, organisation_id)}
                />
              </>
            ),
          },
        ],
}
