import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { CouncilMap } from './map.tsx'
import { viewBoxOf, wholeFrame } from './map-frame.ts'

const mapFrame = viewBoxOf(wholeFrame)

const html = renderToString(
  <CouncilMap
    id="felt"
    title="Where it is felt"
    description="Two councils & one neighbour."
    highlighted={[
      { gss: 'E08000035', level: 3, label: 'Leeds City Council' },
      { gss: 'E06000012', level: 1, label: 'North East Lincolnshire Council' },
    ]}
    keyWords={[{ level: 3, text: 'Said so' }]}
  />,
)

test('the map is a picture with a name and a description', () => {
  expect(html).toContain('role="img" aria-labelledby="felt-title" aria-describedby="felt-description"')
  expect(html).toContain('<title id="felt-title">Where it is felt</title>')
  expect(html).toContain('<desc id="felt-description">Two councils &amp; one neighbour.</desc>')
})

test('the strongest area is drawn last, so that no neighbour covers its outline', () => {
  const drawn = [...html.matchAll(/map__area--(\d)"><title>/g)].map(([, level]) => level)
  expect(drawn).toEqual(['1', '3'])
})

test('every shape comes from the one map file, and nothing needs an inline style or script', () => {
  const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address)
  expect(addresses).toHaveLength(5)
  expect(addresses.every(address => /^\/assets\/map(-\w+)?\.svg#/.test(address!))).toBe(true)
  expect(html).not.toMatch(/style=|<script/)
})

describe('the map file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'map-'))
  let names: Record<string, string> = {}
  let file = ''
  let svg = ''
  beforeAll(async () => {
    const { buildMap } = await import(inRoot('scripts/build-map.mjs'))
    writeFileSync(join(folder, 'manifest.json'), '{"app.css":"app-1.css"}')
    await buildMap(folder)
    names = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    file = join(folder, names['map.svg']!)
    svg = readFileSync(file, 'utf8')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const corner = (gss: string) =>
    /d="M(\d+) (\d+)/
      .exec(svg.slice(svg.indexOf(`id="${gss}"`)))!
      .slice(1)
      .map(Number)

  test('joins the other assets in the manifest under a name that changes with its content', () => {
    expect(names).toMatchObject({ 'app.css': 'app-1.css' })
    expect(names['map.svg']).toMatch(/^map-[0-9a-f]{10}\.svg$/)
  })

  test('has the frame that the component gives its picture', () => {
    expect(svg).toContain(`viewBox="${mapFrame}"`)
  })

  test('says where each shape is', () => {
    const bounds = JSON.parse(readFileSync(join(folder, 'map-bounds.json'), 'utf8'))
    const [west, north, east, south] = bounds.E08000035
    const [x = 0, y = 0] = corner('E08000035')
    expect([x >= west && x <= east, y >= north && y <= south]).toEqual([true, true])
    expect(Object.keys(bounds)).toHaveLength(361 + 21 + 15 + 1)
  })

  test('has a shape for every current council and authority', () => {
    const councils: Record<string, string>[] = parse(
      readFileSync(inRoot('data/reference/local-authorities.csv')),
      { columns: true },
    )
    const missing = councils.filter(({ gss_code }) => !svg.includes(`<path id="${gss_code}"`))
    expect(missing.map(({ code }) => code)).toEqual([])
    expect(svg.match(/<path/g)).toHaveLength(361 + 21 + 15 + 1)
  })

  test('puts Shetland at the top, Northern Ireland at the left and Scilly at the foot, all inside the frame', () => {
    const [width = 0, height = 0] = mapFrame.split(' ').slice(2).map(Number)
    expect(corner('S12000027')[1]).toBeLessThan(height / 10)
    expect(corner('N09000003')[0]).toBeLessThan(width / 3)
    expect(corner('E06000053')[1]).toBeGreaterThan(height * 0.95)
    const starts = [...svg.matchAll(/M(\d+) (\d+)/g)]
    expect(starts.every(([, x, y]) => Number(x) <= width && Number(y) <= height)).toBe(true)
  })

  test('gives the City of London a dot and the Highlands none', () => {
    expect(svg).toContain('id="dot-E09000001"')
    expect(svg).not.toContain('id="dot-S12000017"')
  })

  test('weighs at most 50 kB as it is sent', () => {
    expect(statSync(`${file}.br`).size).toBeLessThan(50_000)
  })
})
