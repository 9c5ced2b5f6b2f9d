// Makes a running feature: npm run new-feature NAME [THING], e.g. `noticeboards`, or `libraries library`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { slice } from './new-feature/templates.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)

const [name = '', thing = name.replace(/s$/, '')] = process.argv.slice(2)
const isKebab = word => /^[a-z]+(-[a-z]+)*$/.test(word)
const folder = at('src', 'features', name)

function refuse(why) {
  process.stderr.write(
    `${why}\nUse: npm run new-feature NAME [THING], e.g. noticeboards, or libraries library\n`,
  )
  process.exit(1)
}

if (!isKebab(name) || !isKebab(thing)) refuse('Names are small letters with hyphens between words.')
if (thing === name) refuse(`Say also what one of the ${name} is called.`)
if (existsSync(folder)) refuse(`There is a feature ${name} already.`)

/** One more than the highest number of any migration: there is one order over all features. */
function nextNumber() {
  const folders = readdirSync(at('src', 'features')).map(feature =>
    at('src', 'features', feature, 'migrations'),
  )
  const numbers = folders
    .filter(existsSync)
    .flatMap(path => readdirSync(path).map(file => Number(file.slice(0, 4))))
  return String(Math.max(...numbers) + 1).padStart(4, '0')
}

const pascal = words => words.replace(/(^|-)([a-z])/g, (_match, _gap, letter) => letter.toUpperCase())
const spoken = words => words.replaceAll('-', ' ')
const type = pascal(thing)

const files = slice({
  name,
  thing,
  type,
  list: pascal(name),
  path: `${type[0].toLowerCase()}${type.slice(1)}Path`,
  table: thing.replaceAll('-', '_'),
  one: spoken(thing),
  many: spoken(name),
  title: spoken(name).replace(/^./, letter => letter.toUpperCase()),
  number: nextNumber(),
})
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const list = at('src', 'features.ts')
const variable = pascal(name).replace(/^./, letter => letter.toLowerCase())
writeFileSync(
  list,
  readFileSync(list, 'utf8')
    .replace(/\n\n/, `\nimport ${variable} from './features/${name}/feature.ts'\n\n`)
    .replace(/createSite\(\[([\s\S]*?),?\s*\]\)/, (_match, others) => `createSite([${others}, ${variable}])`),
)

const run = (...args) => {
  const done = spawnSync(process.execPath, [at('scripts', 'run.mjs'), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
run('node', 'scripts/generate-tables.ts')
run('node', 'scripts/draw-features.ts')
run('biome', 'check', '--write', '--log-level=error', `src/features/${name}`, 'src/features.ts')

process.stdout.write(
  `Made src/features/${name}: ${Object.keys(files).join(', ')}.\nNow: npm test -- src/features/${name}, then npm run check.\n`,
)
