import { type Actor, isSpeaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { SectionHeading } from '#ui/section.tsx'
import { listQuestionsAbout } from './queries.ts'
import type { About } from './question.ts'
import { showQuestions } from './shown-queries.ts'
import { mayTakePart } from './thing.ts'
import { findThing } from './thing-queries.ts'
import { QuestionsPanel } from './views/questions-panel.tsx'

const title = 'Questions and answers'

/** Null where there is nothing to read, nor anything to ask. */
async function panelFor(db: Db, clock: Clock, actor: Actor, about: About) {
  const thing = await findThing(db, clock, about)
  if (!thing?.isSeenBy(actor)) return null
  const shown = await showQuestions(db, clock, actor, {
    thing,
    questions: await listQuestionsAbout(db, about),
  })
  const mayAsk = isSpeaker(actor) ? mayTakePart(thing, actor) : thing.isOpen
  if (shown.questions.length === 0 && !mayAsk) return null
  return <QuestionsPanel {...shown} about={about} mayAsk={mayAsk} takesSuppliers={thing.takesSuppliers} />
}

export const onProblem: Slots['problemPanels'] = {
  order: 60,
  alsoOfMerged: true,
  load: async (db, { problem, actor, clock }) => {
    const content = await panelFor(db, clock, actor, { kind: 'problem', id: problem.id })
    return content && { title, content }
  },
}

export const onProject: Slots['projectPanels'] = {
  load: async (db, clock, actor, { id }) => {
    const content = await panelFor(db, clock, actor, { kind: 'project', id })
    return content
      ? [
          {
            place: 'below the words',
            content: (
              <section>
                <SectionHeading>{title}</SectionHeading>
                {content}
              </section>
            ),
          },
        ]
      : []
  },
}

export const onOpportunity: Slots['opportunityPanels'] = {
  load: async (db, { opportunity, actor, clock }) => {
    const content = await panelFor(db, clock, actor, { kind: 'opportunity', id: opportunity.id })
    return content && { title, content }
  },
}
