import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compatibilityOf } from './compatibility.ts'
import { alwaysThere, answers, purposes, type ToolAnswer } from './tool.ts'

/** Some tools and partners, and what each partner said of each tool. */
const matrix = fc
  .record({ tools: fc.integer({ min: 0, max: 8 }), partners: fc.integer({ min: 0, max: 6 }) })
  .chain(({ tools, partners }) =>
    fc.array(fc.array(fc.constantFrom(...answers), { minLength: tools, maxLength: tools }), {
      minLength: partners,
      maxLength: partners,
    }),
  )
  .map(said => ({ said, tools: said[0]?.map((_, tool) => tool) ?? [], partners: said.map((_, at) => at) }))

type Matrix = { said: ToolAnswer[][]; tools: number[]; partners: number[] }

const answerOf =
  ({ said }: Matrix) =>
  (partner: number, tool: number) =>
    said[partner]![tool]!

const compatible = (each: Matrix) => compatibilityOf(each.tools, each.partners, answerOf(each))

/** The tools that each partner said one of these of, cut set by set. */
const intersection = ({ said, tools, partners }: Matrix, allowed: ToolAnswer[]): number[] => {
  const sets = partners.map(partner => new Set(tools.filter(tool => allowed.includes(said[partner]![tool]!))))
  const [first, ...rest] = sets
  return first ? [...rest.reduce((common, next) => common.intersection(next), first)] : []
}

const holds = (property: (each: Matrix) => void) => fc.assert(fc.property(matrix, property), { numRuns: 500 })

describe('what partners can use together', () => {
  test('is what is in every partner’s own set, and nothing else', () => {
    holds(each => {
      expect(compatible(each).allCanOpen).toEqual(intersection(each, ['open']))
    })
  })

  test('with what all can at least view, is the intersection of what each can open or view', () => {
    holds(each => {
      const { allCanOpen, allCanView } = compatible(each)
      const seen = [...allCanOpen, ...allCanView.map(({ tool }) => tool)].sort()
      expect(seen).toEqual(intersection(each, ['open', 'view']).sort())
    })
  })

  test('never has in it what one partner has blocked, or has not said', () => {
    holds(each => {
      const { allCanOpen, allCanView } = compatible(each)
      for (const tool of [...allCanOpen, ...allCanView.map(one => one.tool)])
        for (const partner of each.partners) expect(['open', 'view']).toContain(answerOf(each)(partner, tool))
    })
  })

  test('puts every tool in one place, and names exactly those who are in its way', () => {
    holds(each => {
      const found = compatible(each)
      const rest = [...found.toBeAsked, ...found.blocked]
      const placed = [
        ...found.allCanOpen,
        ...found.allCanView.map(({ tool }) => tool),
        ...rest.map(r => r.tool),
      ]
      expect(placed.sort()).toEqual(each.partners.length === 0 ? [] : each.tools)
      for (const { tool, inTheWay } of rest)
        for (const answer of ['blocked', 'view', 'unknown'] as const)
          expect(inTheWay[answer]).toEqual(
            each.partners.filter(partner => answerOf(each)(partner, tool) === answer),
          )
    })
  })

  test('never grows when a partner joins', () => {
    holds(each => {
      const before = compatibilityOf(each.tools, each.partners.slice(1), answerOf(each))
      const after = compatible(each)
      if (each.partners.length > 1)
        for (const tool of after.allCanOpen) expect(before.allCanOpen).toContain(tool)
    })
  })

  test('is nothing without partners', () => {
    expect(compatibilityOf(['Slack'], [], () => 'open').allCanOpen).toEqual([])
  })
})

test('whatever is blocked, every purpose can be met by e-mail and telephone', () => {
  for (const purpose of purposes) expect(alwaysThere[purpose]).toMatch(/e-mail.*telephone|telephone.*e-mail/i)
})
