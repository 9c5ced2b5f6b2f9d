import { isMemberOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isThere, listTemplatesFor } from './queries.ts'
import { BringInPanel, TakeIntoPanel, TogetherPanel } from './views/panels.tsx'

const enoughPartners = 2

/** On a problem's page: the documents that can be made of it. */
export const onProblem: Slots['problemPanels'] = {
  order: 90,
  load: async (db, { problem: { slug, hidden } }) => {
    const templates = hidden ? [] : await listTemplatesFor(db, 'problem')
    if (templates.length === 0) return null
    return {
      title: 'Take it into a document',
      side: true,
      content: <TakeIntoPanel source={{ kind: 'problem', slug }} templates={templates} />,
    }
  },
}

/** On a project's page: the documents that can be made of it, and for those who lead it alone how others come in. */
export const onProject: Slots['projectPanels'] = {
  load: async (db, _clock, actor, { slug, hidden, organisation_id, partners }) => {
    if (hidden) return []
    const taking = partners.filter(({ standing }) => standing !== 'asked')
    const isAlone = isMemberOf(actor, organisation_id) && taking.length < enoughPartners
    const templates = await listTemplatesFor(db, 'project')
    const contents = [
      templates.length > 0 && (
        <TakeIntoPanel
          title="Take it into a document"
          source={{ kind: 'project', slug }}
          templates={templates}
        />
      ),
      isAlone && (await isThere(db, 'small-councils')) && <BringInPanel />,
    ]
    return contents.flatMap(content => (content ? [{ place: 'at the side' as const, content }] : []))
  },
}

/** On a common need's page: what helps those who take it up together. */
export const onOpportunity: Slots['opportunityPanels'] = {
  load: async (db, { opportunity: { state } }) => {
    if (state !== 'published') return null
    const [procurement, small] = [
      await isThere(db, 'procurement-together'),
      await isThere(db, 'small-councils'),
    ]
    if (!procurement && !small) return null
    return {
      title: 'Taking it up together',
      content: <TogetherPanel hasProcurement={procurement} hasSmall={small} />,
    }
  },
}
