/** Why a text is wrong, or what to know of it, to follow the name of its key; undefined where there is nothing to say. */
export type Judge = (text: string) => string | undefined

/** What may stand at a key. */
export type Shape =
  | { is: 'text'; wrong?: Judge; note?: Judge }
  | { is: 'yes-or-no' }
  | { is: 'list'; of: Shape; least: number; orOne?: true }
  | { is: 'group'; keys: Keys; besides?: Besides }
  | { is: 'by-name'; of: Shape; wrongName: Judge; besides?: Besides }
  | { is: 'any-group' }

/** `needed` below a minor version where only those before that one ask for it: without it, they are read with a note. */
export type Key = { shape: Shape; needed?: true | { below: number }; deprecated?: string }
export type Keys = Record<string, Key>

/** A rule on several keys of a group: what is wrong, or only to be known, at which of them. */
export type Besides = (
  group: Record<string, unknown>,
  minor: number,
) => { key: string; says: string; isNote?: true }[]

export const text = (wrong?: Judge, note?: Judge): Shape => ({ is: 'text', wrong, note })
export const yesOrNo: Shape = { is: 'yes-or-no' }
export const listOf = (of: Shape, least = 0): Shape => ({ is: 'list', of, least })
export const oneOrMore = (of: Shape, least = 0): Shape => ({ is: 'list', of, least, orOne: true })
export const group = (keys: Keys, besides?: Besides): Shape => ({ is: 'group', keys, besides })

export const needed = (shape: Shape): Key => ({ shape, needed: true })
export const neededBelow = (below: number, shape: Shape): Key => ({ shape, needed: { below } })
export const may = (shape: Shape): Key => ({ shape })
export const deprecated = (shape: Shape, instead = 'it can be left out'): Key => ({
  shape,
  deprecated: instead,
})
