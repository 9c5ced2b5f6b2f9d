import { isMemberOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { BringInPanel, TakeIntoPanel, TogetherPanel } from './views/panels.tsx'

const enoughPartners = 2

/** On a problem's page: the documents that can be made of it. */
export const onProblem: Slots['problemPanels'] = {
  order: 90,
  load: async (_db, { problem: { slug, hidden } }) =>
    hidden
      ? null
      : {
          title: 'Take it into a document',
          side: true,
          content: (
            <TakeIntoPanel
              source={{ kind: 'problem', slug }}
              templates={['problem-statement', 'research-plan', 'benefits-case']}
            />
          ),
        },
}

/** On a project's page: the documents that can be made of it, and for those who lead it alone how others come in. */
export const onProject: Slots['projectPanels'] = {
  load: async (_db, _clock, actor, { slug, hidden, organisation_id, partners }) => {
    if (hidden) return []
    const taking = partners.filter(({ standing }) => standing !== 'asked')
    const isAlone = isMemberOf(actor, organisation_id) && taking.length < enoughPartners
    return [
      {
        place: 'at the side',
        content: (
          <TakeIntoPanel
            title="Take it into a document"
            source={{ kind: 'project', slug }}
            templates={['show-and-tell', 'benefits-case', 'data-sharing-checklist']}
          />
        ),
      },
      ...(isAlone ? [{ place: 'at the side' as const, content: <BringInPanel /> }] : []),
    ]
  },
}

/** On a common need's page: what helps those who take it up together. */
export const onOpportunity: Slots['opportunityPanels'] = {
  load: async (_db, { opportunity: { state } }) =>
    state === 'published' ? { title: 'Taking it up together', content: <TogetherPanel /> } : null,
}
