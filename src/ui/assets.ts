import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from '#plumbing/root.ts'

let names: Record<string, string> | undefined

const read = (): Record<string, string> => {
  const manifest = inRoot('build', 'assets', 'manifest.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
}

/** Address of a built asset: 'app.css' → '/assets/app-1a2b3c4d.css'. Before the first build it is the plain name. */
export const asset = (name: string) => {
  names ??= read()
  return `/assets/${names[name] ?? name}`
}
