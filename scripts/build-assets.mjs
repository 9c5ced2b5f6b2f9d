import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'esbuild'
import { compileAsync } from 'sass'

const root = dirname(import.meta.dirname)
const ui = join(root, 'src', 'ui')
const squeezable = new Set(['.css', '.js', '.svg'])
const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

/** Puts the fixed colour before each declaration with a custom property, for browsers that drop such declarations. */
export const withFixedColours = css =>
  css.replace(/([{;])([\w-]+):([^{};]*var\(--govuk-[^{};]*)(?=[;}])/g, (whole, before, property, value) =>
    property.startsWith('--')
      ? whole
      : `${before}${property}:${value.replace(/var\(--govuk-[\w-]+, ?([^()]+)\)/g, '$1')};${property}:${value}`,
  )

const compileStyles = async addressOf => {
  const { css } = await compileAsync(join(ui, 'styles', 'app.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  })
  return withFixedColours(css).replace(/asset:([\w.-]+)/g, (_, name) => addressOf(name))
}

const bundleScript = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(ui, 'browser', 'main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
  })
  return outputFiles[0].contents
}

/**
 * Writes styles, script, typeface and images under names that hold a hash of their content, with brotli and gzip
 * siblings where that helps, and `manifest.json` from plain names to hashed ones.
 */
export const buildAssets = async outFolder => {
  await rm(outFolder, { recursive: true, force: true })
  await mkdir(outFolder, { recursive: true })
  const manifest = {}

  const put = async (name, content) => {
    const bytes = Buffer.from(content)
    const ending = extname(name)
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const hashed = `${basename(name, ending)}-${hash}${ending}`
    manifest[name] = hashed
    await writeFile(join(outFolder, hashed), bytes)
    if (!squeezable.has(ending)) return
    const best = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }
    await writeFile(join(outFolder, `${hashed}.br`), await brotli(bytes, best))
    await writeFile(join(outFolder, `${hashed}.gz`), await gz(bytes, { level: 9 }))
  }

  for (const folder of ['fonts', 'images']) {
    const names = (await readdir(join(ui, folder))).filter(name => /\.(?:woff2|png|svg)$/.test(name)).sort()
    for (const name of names) await put(name, await readFile(join(ui, folder, name)))
  }
  const script = bundleScript()
  await put('app.css', await compileStyles(name => `/assets/${manifest[name]}`))
  await put('app.js', await script)
  await writeFile(join(outFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
