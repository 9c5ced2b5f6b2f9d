import type { ToolAnswer } from './tool.ts'

/** Who stands in the way of a tool. */
export type InTheWay<Partner> = { blocked: Partner[]; view: Partner[]; unknown: Partner[] }

export type Compatibility<Tool, Partner> = {
  allCanOpen: Tool[]
  /** Nobody is kept out, and somebody can only look. */
  allCanView: { tool: Tool; onlyView: Partner[] }[]
  /** Blocked for nobody who said so, and some have not said. */
  toBeAsked: { tool: Tool; inTheWay: InTheWay<Partner> }[]
  blocked: { tool: Tool; inTheWay: InTheWay<Partner> }[]
}

/**
 * What partners can use together. Not known never counts as can, and what is blocked for one is offered to nobody.
 * Without partners there is nothing to say.
 */
export function compatibilityOf<Tool, Partner>(
  tools: readonly Tool[],
  partners: readonly Partner[],
  answerOf: (partner: Partner, tool: Tool) => ToolAnswer,
): Compatibility<Tool, Partner> {
  const found: Compatibility<Tool, Partner> = { allCanOpen: [], allCanView: [], toBeAsked: [], blocked: [] }
  if (partners.length === 0) return found
  for (const tool of tools) {
    const saying = (answer: ToolAnswer) => partners.filter(partner => answerOf(partner, tool) === answer)
    const inTheWay = { blocked: saying('blocked'), view: saying('view'), unknown: saying('unknown') }
    if (inTheWay.blocked.length > 0) found.blocked.push({ tool, inTheWay })
    else if (inTheWay.unknown.length > 0) found.toBeAsked.push({ tool, inTheWay })
    else if (inTheWay.view.length > 0) found.allCanView.push({ tool, onlyView: inTheWay.view })
    else found.allCanOpen.push(tool)
  }
  return found
}
