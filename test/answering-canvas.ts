import { expect } from 'vitest'
import type { App, Officer } from './planning.ts'
import type { Form } from './support.ts'

/** What an organisation says, by topic, as its form has it; it does not know the rest yet. */
export type CanvasForms = Record<string, Form>

/** Answers the canvas of a collaboration for an organisation, and says that it is done. */
export async function answerCanvas(officer: Officer, path: string, forms: CanvasForms = {}) {
  for (const [topic, form] of Object.entries(forms))
    expect((await officer.post(`${path}/canvas/answers/${topic}`, form)).statusCode).toBe(303)
  expect((await officer.post(`${path}/canvas/answers/completion`)).statusCode).toBe(303)
}

/** Proposes what to do about a difference. */
export async function propose(officer: Officer, path: string, topic: string, form: Form) {
  expect((await officer.post(`${path}/canvas/differences/${topic}/settlement`, form)).statusCode).toBe(303)
}

/** The id of what stands of a difference, as the button has it. */
export async function settlementOf({ db }: Pick<App, 'db'>, topic: string): Promise<string> {
  const { id } = await db
    .selectFrom('canvas_settlement as settlement')
    .innerJoin('canvas_difference', 'canvas_difference.id', 'difference_id')
    .select('settlement.id')
    .where('topic', '=', topic)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}

/** Says yes to it, as a lead. */
export async function sayYes(app: Pick<App, 'db'>, lead: Officer, path: string, topic: string) {
  const form = { settlement: await settlementOf(app, topic) }
  expect((await lead.post(`${path}/canvas/differences/${topic}/confirmation`, form)).statusCode).toBe(303)
}
