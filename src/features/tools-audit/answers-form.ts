import { z } from 'zod'
import type { Typed } from '#plumbing/form.ts'
import type { SaidAnswer, Tool } from './queries.ts'
import { answers } from './tool.ts'

/** More tools than this no form has; one that says so is none of ours. */
const toolsAtMost = 500

/** What an organisation said, by tool's id; null where it does not know. */
export type SaidAnswers = Map<string, SaidAnswer['answer'] | null>

/** The name of the choice for a tool. */
export const answerField = (toolId: string) => `answer-${toolId}`

const toolIn = (field: string) => /^answer-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(field)?.[1]

/** One choice for each tool; what is no choice is left as it was. */
export const answersForm = z
  .object({})
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform((typed: Typed): SaidAnswers => {
    const fields = Object.keys(typed).flatMap(field => toolIn(field) ?? [])
    return new Map(
      fields.slice(0, toolsAtMost).flatMap(toolId => {
        const answer = answers.find(each => each === [typed[answerField(toolId)]].flat()[0])
        if (!answer) return []
        return [[toolId, answer === 'unknown' ? null : answer] as const]
      }),
    )
  })

/** What stands in the form at first: what was said, however long ago. */
export const typedFrom = (tools: Tool[], said: SaidAnswer[]): Typed =>
  Object.fromEntries(
    tools.map(({ id }) => [answerField(id), said.find(({ tool_id }) => tool_id === id)?.answer ?? 'unknown']),
  )
