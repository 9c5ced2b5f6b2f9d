import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's own folder, found by walking up to package.json: right from `src/` and from `build/`. */
export const root = (() => {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder)
      throw new Error('No package.json above the program: it must run from its own folder.')
    folder = above
  }
  return folder
})()

export const inRoot = (...parts: string[]) => join(root, ...parts)
