import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAssets, withFixedColours } from '../../scripts/build-assets.mjs'

describe('what is built', () => {
  let folder: string
  let manifest: Record<string, string>
  const read = (name: string, ending = '') => readFileSync(join(folder, manifest[name] + ending))

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pipeline-assets-'))
    await buildAssets(folder)
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('carries a hash of its content in its name, and nothing else lies beside it', () => {
    const named = Object.values(manifest).flatMap(name => [name, `${name}.br`, `${name}.gz`])
    expect(Object.keys(manifest)).toEqual(
      expect.arrayContaining(['app.css', 'app.js', 'favicon.svg', 'social-card.png']),
    )
    for (const name of Object.values(manifest)) expect(name).toMatch(/-[0-9a-f]{10}\.\w+$/)
    expect(readdirSync(folder).filter(name => !named.includes(name))).toEqual(['manifest.json'])
  })

  test.each(['app.css', 'app.js', 'favicon.svg'])('has compressed siblings that unpack to %s', name => {
    expect(brotliDecompressSync(read(name, '.br')).equals(read(name))).toBe(true)
    expect(gunzipSync(read(name, '.gz')).equals(read(name))).toBe(true)
  })

  test('is small: styles 15 kB and script 8 kB over the wire', () => {
    expect(read('app.css', '.br').length).toBeLessThan(15_000)
    expect(read('app.js', '.br').length).toBeLessThan(8_000)
  })

  test('has a look of its own: no typeface, crown or address of another site', () => {
    const css = read('app.css').toString()
    expect(css).toContain(`url("/assets/${manifest['atkinson-next-400.woff2']}")`)
    expect(css).not.toMatch(/GDS Transport|crown|asset:|url\("?(?:https?:)?\/\/|@import/i)
  })
})

test('a browser without custom properties gets each colour as it is', () => {
  expect(withFixedColours('a{color:var(--govuk-link-colour, #0b5c57);margin:0}')).toBe(
    'a{color:#0b5c57;color:var(--govuk-link-colour, #0b5c57);margin:0}',
  )
  expect(withFixedColours('a{border:1px solid var(--govuk-a, #fff);x:y}')).toContain(
    'border:1px solid #fff;border:',
  )
  expect(withFixedColours(':root{--govuk-a: #fff}')).toBe(':root{--govuk-a: #fff}')
})
