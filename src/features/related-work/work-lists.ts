/** A list of one kind of record, for going from one list to the next. */
export type WorkList = { label: string; href: string; order: number }

declare module '#plumbing/feature.ts' {
  interface Slots {
    workLists: WorkList
  }
}

export const inOrder = (lists: WorkList[]) => lists.toSorted((a, b) => a.order - b.order)
