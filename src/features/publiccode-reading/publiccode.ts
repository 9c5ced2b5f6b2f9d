/** What is said of a piece of software in one language. */
export type Description = {
  localisedName?: string
  shortDescription: string
  longDescription?: string
  documentation?: string
  apiDocumentation?: string
  features?: string[]
}

export type Contractor = { name: string; until: string; website?: string; email?: string }

/** What a valid file says, under the standard's own names; all other keys of the standard are there too. */
export type Publiccode = {
  publiccodeYmlVersion: string
  name: string
  url: string
  landingURL?: string
  softwareVersion?: string
  releaseDate?: string
  roadmap?: string
  categories?: string[]
  developmentStatus: string
  softwareType: string
  description: Record<string, Description>
  legal: { license: string }
  maintenance: { type: string; contractors?: Contractor[]; contacts?: unknown[] }
  [key: string]: unknown
}
