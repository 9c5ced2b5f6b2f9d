import type { Db } from '#plumbing/database/database.ts'

export type NavigationItem = { label: string; href: string; order: number }
export type SitemapEntry = { path: string; changed: string | null }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** Entries of the bar at the top of each page. */
    navigation: NavigationItem
    /** Entries at the foot of each page. */
    footer: NavigationItem
    /** Where a person asks to be told what becomes of the page at a path of this site. */
    watching: { pathFor(about: string): string }
    /** The feed of a page that has one: undefined for other pages. */
    pageFeeds: { feedOf(url: URL): { title: string; href: string } | undefined }
    /** Public pages for search engines; `changed` is a date. */
    sitemap: { list(db: Db): Promise<SitemapEntry[]> }
  }
}
