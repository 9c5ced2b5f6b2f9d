import { dayInLondon, isObject, type Json, objectsIn, textOf } from './json-fields.ts'
import { plainTitle } from './plain-title.ts'
import type { AskedGroup, Becoming, Choices, PlanLine, ReadPlan } from './plan-file.ts'
import { isListOfDone } from './state-words.ts'

export const isBoard = (value: unknown): value is Json =>
  isObject(value) && Array.isArray(value.cards) && Array.isArray(value.lists)

const may: Becoming[] = ['to do', 'done', 'aside']

type List = { id: string; name: string; becomes: Becoming }

/** The cards of a board that are not archived. Nothing of a card is read but its name, list, and days. */
export function readTrello(board: Json, choices: Choices): ReadPlan {
  const named = new Map<string, number>()
  const lists = new Map<string, List>(
    objectsIn(board.lists)
      .filter(({ closed }) => closed !== true)
      .map(({ id, name }): [string, List] => {
        const plain = plainTitle(textOf(name)).title || 'A list without a name'
        const times = (named.get(plain) ?? 0) + 1
        named.set(plain, times)
        const shown = times > 1 ? `${plain} (${times})` : plain
        const becomes = Object.hasOwn(choices.groups, shown)
          ? choices.groups[shown]!
          : isListOfDone(shown)
            ? 'done'
            : 'to do'
        return [textOf(id), { id: textOf(id), name: shown, becomes }]
      }),
  )
  const cards = objectsIn(board.cards).map((card, at) => ({ card, line: at + 1 }))
  const open = cards.filter(({ card }) => card.closed !== true && lists.has(textOf(card.idList)))
  const wanted = open.filter(({ card }) => lists.get(textOf(card.idList))!.becomes !== 'aside')
  const groups = [...lists.values()].map(
    ({ id, name, becomes }): AskedGroup => ({
      name,
      becomes,
      may,
      count: open.filter(({ card }) => card.idList === id).length,
    }),
  )
  return {
    kind: 'trello',
    name: plainTitle(textOf(board.name)).title || null,
    asked: { columns: [], groups },
    lines: wanted.map(({ card, line }) => lineOf(card, line, lists.get(textOf(card.idList))!)),
    aside: [
      { count: cards.length - open.length, because: 'archived' },
      { count: open.length - wanted.length, because: 'of lists that are left aside' },
    ].filter(({ count }) => count > 0),
  }
}

function lineOf(card: Json, line: number, { becomes }: List): PlanLine {
  const { title, remarks } = plainTitle(textOf(card.name))
  const id = textOf(card.id).slice(0, 100)
  if (!title) return { line, title: null, refusal: 'has no name' }
  if (!id) return { line, title, refusal: 'has no number of its own' }
  const is_done = becomes === 'done' || card.dueComplete === true
  return {
    line,
    key: id,
    remarks,
    said: {
      title,
      due_on: dayInLondon(card.due),
      is_done,
      // When a card was done stands only in the board's history of who did what, which is not read.
      done_on: null,
    },
  }
}
