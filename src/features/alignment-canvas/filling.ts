import type { PlanParts } from '#features/project-plans/index.ts'
import type { Said } from './answer.ts'
import { mostOfWords } from './answer-form.ts'
import type { TopicName } from './topic.ts'

/** What Pipeline knows of an organisation on a topic, and from where: put into the form for it to change, never kept by itself. */
export type Filling = { said: Said; from: string }

export type Known = {
  /** What the project says, where it is the organisation's own: what one partner planned is not what another wants. */
  plan: PlanParts | null
  /** Where it stands on a problem that the project is about. */
  stance: { urgency: string | null; cost: string | null; offers: string[] } | null
  /** What it does in the collaboration. */
  roles: string[]
  /** Names of the tools that it says it can open. */
  tools: string[]
}

const fromPlan = 'what your project says'
const fromStance = 'where you stand on the problem'

const cut = (text: string) =>
  text.length <= mostOfWords ? text : `${text.slice(0, text.lastIndexOf(' ', mostOfWords - 2))} …`

function whyNow({ plan, stance }: Known): Filling | undefined {
  const said: Said = {
    ...(stance?.urgency && { urgency: stance.urgency }),
    ...(stance?.cost && { words: `The problem costs us this: ${stance.cost.toLowerCase()}.` }),
  }
  if (Object.keys(said).length > 0) return { said, from: fromStance }
  return plan?.why ? { said: { words: cut(plan.why) }, from: fromPlan } : undefined
}

function money({ plan, stance, roles }: Known): Filling | undefined {
  if (plan?.budget) return { said: { pays: 'share', band: plan.budget }, from: fromPlan }
  if (roles.includes('pays')) return { said: { pays: 'share' }, from: 'what you do in this collaboration' }
  return stance?.offers.includes('co-fund') ? { said: { pays: 'share' }, from: fromStance } : undefined
}

/** What can be filled in of each topic. */
export function fillingsFrom(known: Known): Partial<Record<TopicName, Filling>> {
  const { plan, tools } = known
  const filled: Partial<Record<TopicName, Filling | undefined>> = {
    'why-now': whyNow(known),
    users: plan?.users_and_needs ? { said: { words: cut(plan.users_and_needs) }, from: fromPlan } : undefined,
    pace: plan?.ends_on ? { said: { wanted_by: plan.ends_on }, from: `${fromPlan} of its end` } : undefined,
    money: money(known),
    tools: tools.length > 0 ? { said: { tools }, from: 'what you said of tools' } : undefined,
  }
  return Object.fromEntries(Object.entries(filled).filter(([, filling]) => filling)) as Partial<
    Record<TopicName, Filling>
  >
}
