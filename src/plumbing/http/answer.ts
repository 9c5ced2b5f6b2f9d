import type { Readable } from 'node:stream'
import type { ComponentChildren } from 'preact'
import type { FieldError } from '../form.ts'

/** A page: the app puts it into the site's document. Title without the site's name. */
export type Page = {
  kind: 'page'
  title: string
  content?: ComponentChildren
  /** A full-width band above the content. */
  hero?: ComponentChildren
  /** Breadcrumbs or a way back. */
  way?: ComponentChildren
  description?: string
  status?: number
  /** The address that search engines should keep, when this one is a variant of it. */
  canonical?: string
  /** Not for search engines: answers to one person's question. */
  unlisted?: boolean
  /** What of this page a person may ask to be told, as "Be told … " ends: 'what becomes of this problem'. */
  watch?: string
  /** Atom feeds of what the page shows. */
  feeds?: { title: string; href: string }[]
  /** What is wrong with the form of this page: said at the top, and the answer is a refusal (422, unless `status` says which). */
  errors?: FieldError[]
}
export type Redirect = {
  kind: 'redirect'
  to: string
  status: 301 | 303
  /** The key this browser is known by from now on; null forgets it. */
  browserKey?: string | null
  /** What was done, for the top of the page one is led to: a key of the slot `done`. */
  done?: string
}
export type Download = {
  kind: 'download'
  type: string
  body: string | Buffer | Readable
  filename?: string
  status?: number
  /** As for a page. */
  unlisted?: boolean
}
export type Answer = Page | Redirect | Download

export const page = (parts: Omit<Page, 'kind'>): Page => ({ kind: 'page', ...parts })

/** To another page of this site, after a form was taken in. `to` is a path. */
export const redirect = (to: string, parts: Pick<Redirect, 'browserKey' | 'done'> = {}): Redirect => ({
  kind: 'redirect',
  to,
  status: 303,
  ...parts,
})

/** To another site, whose address the operator set up and nobody typed. */
export const away = (to: URL, parts: Pick<Redirect, 'browserKey'> = {}): Redirect => redirect(to.href, parts)

/** For good, e.g. from a council's code to its page. */
export const moved = (to: string): Redirect => ({ kind: 'redirect', to, status: 301 })

/** A file; shown in the browser unless it has a file name. */
export const download = (parts: Omit<Download, 'kind'>): Download => ({ kind: 'download', ...parts })
