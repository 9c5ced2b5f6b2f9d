/** An organisation as a file names it. Schemes are those of org-id.guide, such as GB-COH; ids as written. */
export type NamedOrganisation = { name: string; identifiers: { scheme: string; id: string }[] }

/** `companiesHouse` is the eight characters of a company number, when the file gives one. */
export type NamedSupplier = NamedOrganisation & { companiesHouse?: string }

/** One contract as one row of a file says it. Days are YYYY-MM-DD, money is pounds. */
export type ReadContract = {
  buyer?: NamedOrganisation
  reference?: string
  ocid?: string
  title: string
  description?: string
  supplier?: NamedSupplier
  startsOn?: string
  endsOn?: string
  /** The file says that it goes on until somebody ends it. */
  isOpenEnded: boolean
  /** The last day with every extension taken. */
  extendsTo?: string
  /** The extension in the file's own words. */
  extension?: string
  valuePounds?: number
  cpv?: string
  procedure?: string
  category?: string
  /** The department, directorate or service in the council's own words. */
  department?: string
  url?: string
  /** The day on which the source said so, where the row tells: a notice's date, a register's "last updated". */
  statedOn?: string
  /** What stood in the row: each heading with its cell, or the parts of a release that were read. */
  raw: Record<string, string>
}
