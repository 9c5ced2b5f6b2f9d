/** Public data in another form than a table, with its own page. */
export type FurtherData = { label: string; href: string; says: string }

declare module '#plumbing/feature.ts' {
  interface Slots {
    furtherData: FurtherData
  }
}
