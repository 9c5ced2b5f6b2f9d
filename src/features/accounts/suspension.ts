import { z } from 'zod'
import { type Access, type Actor, type Duty, hasDuty, type Person } from '#plumbing/actor.ts'
import { requiredChoice } from '#plumbing/form.ts'

export const suspensionReasons = ['left', 'not-who-they-say', 'against-terms', 'at-risk'] as const
export type SuspensionReason = (typeof suspensionReasons)[number]

/** The reasons as curators choose them, and as the person reads them after "because". */
export const reasonLabels: Record<SuspensionReason, { label: string; because: string }> = {
  left: {
    label: 'They no longer work there',
    because: 'we were told that you no longer work for the organisation of this address',
  },
  'not-who-they-say': {
    label: 'They are not who they say they are',
    because: 'we could not make sure that you are who the account says',
  },
  'against-terms': {
    label: 'What they did is against the terms of use',
    because: 'what was done with it is against the terms of use',
  },
  'at-risk': {
    label: 'Somebody else may be using the account',
    because: 'somebody else may be using it',
  },
}

export const suspensionForm = z.object({
  reason: requiredChoice(suspensionReasons, 'Choose why the account is suspended'),
})

/** Those who keep the platform in order see every account. */
export const keepers: Access<Person> = {
  name: 'curators and operators',
  allows: (actor): actor is Person => isKeeper(actor),
}

export const isKeeper = (actor: Actor) => hasDuty(actor, 'curator') || hasDuty(actor, 'operator')

/** Nobody suspends themselves; those with a duty for the platform are suspended by operators only. */
export const maySuspend = (actor: Person, person: { id: string; duties: Duty[] }) =>
  person.id !== actor.id && (person.duties.length === 0 ? isKeeper(actor) : hasDuty(actor, 'operator'))
