import { screenTexts } from '#features/moderation/index.ts'
import type { PlanLine } from '#features/plan-reading/index.ts'

/** Lines that look as if they named somebody, and what in them does. */
export const personalIn = (lines: PlanLine[]): Map<number, string> =>
  new Map(
    lines.flatMap(item => {
      if ('refusal' in item) return []
      const [finding] = screenTexts([{ field: 'title', label: 'Title', text: item.said.title }])
      return finding ? [[item.line, `“${finding.words}” may be personal or confidential`] as const] : []
    }),
  )
