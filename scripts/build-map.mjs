import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { geoTransverseMercator } from 'd3-geo'
import { feature } from 'topojson-client'

const boundaries = join(
  dirname(fileURLToPath(import.meta.url)),
  '../data/reference/boundaries-2025-small.topo.json',
)
const width = 1000
const margin = 8
/** Areas whose longer side is below this many units get a dot, or nobody would see them. */
const tooSmallToSee = 22
/** The Greater London Authority has no polygon of its own: it governs the London region. */
const londonRegion = 'E12000007'
const greaterLondonAuthority = 'E61000001'

/**
 * Draws the council map: `map-<hash>.svg` with every district as `#<gss>` in `#base`, counties, combined
 * authorities and London as further shapes, and `#dot-<gss>` for those too small to see. The compressed forms
 * stand beside it, and `map-bounds.json` with where each is. The manifest learns the name.
 */
export async function buildMap(outFolder) {
  const topology = planar(JSON.parse(await readFile(boundaries, 'utf8')))
  const shapes = layer => feature(topology, topology.objects[layer]).features.map(drawn)
  const districts = shapes('lad')
  const known = new Set(districts.map(({ gss }) => gss))
  const larger = [
    ...shapes('ctyua').filter(({ gss }) => !known.has(gss)),
    ...shapes('cauth'),
    ...shapes('rgn')
      .filter(({ gss }) => gss === londonRegion)
      .map(london => ({ ...london, gss: greaterLondonAuthority })),
  ]
  const { height } = topology
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<g id="base">${districts.map(asPath).join('')}</g>`,
    `<defs>${larger.map(asPath).join('')}${[...districts, ...larger].map(asDot).join('')}</defs>`,
    '</svg>',
  ].join('')
  const name = `map-${createHash('sha256').update(svg).digest('hex').slice(0, 10)}.svg`
  await mkdir(outFolder, { recursive: true })
  await writeFile(join(outFolder, name), svg)
  await writeFile(join(outFolder, `${name}.br`), brotliCompressSync(svg))
  await writeFile(join(outFolder, `${name}.gz`), gzipSync(svg, { level: 9 }))
  await writeFile(
    join(outFolder, 'map-bounds.json'),
    JSON.stringify(
      Object.fromEntries([...districts, ...larger].map(({ gss, rings }) => [gss, boundsOf(rings)])),
    ),
  )
  await addToManifest(outFolder, name)
}

async function addToManifest(folder, name) {
  const file = join(folder, 'manifest.json')
  const names = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {}
  await writeFile(file, JSON.stringify({ ...names, 'map.svg': name }))
}

/**
 * The topology with its points projected and fitted, y downwards. Points are projected one by one: projecting whole
 * rings would turn those that simplification has wound the wrong way into everything but themselves.
 */
function planar(topology) {
  const { scale, translate } = topology.transform
  const project = geoTransverseMercator().rotate([2, 0]).scale(1).translate([0, 0])
  const arcs = topology.arcs.map(arc => {
    let x = 0
    let y = 0
    return arc.map(([dx, dy]) => {
      x += dx
      y += dy
      return project([x * scale[0] + translate[0], y * scale[1] + translate[1]])
    })
  })
  const xs = arcs.flat().map(([x]) => x)
  const ys = arcs.flat().map(([, y]) => y)
  const [west, north] = [Math.min(...xs), Math.min(...ys)]
  const factor = (width - 2 * margin) / (Math.max(...xs) - west)
  const fit = ([x, y]) => [
    Math.round((x - west) * factor + margin),
    Math.round((y - north) * factor + margin),
  ]
  const height = Math.round((Math.max(...ys) - north) * factor + 2 * margin)
  return { type: 'Topology', objects: topology.objects, arcs: arcs.map(arc => arc.map(fit)), height }
}

function drawn({ properties, geometry }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.flat().map(withoutRepeats)
  const main = rings.toSorted((a, b) => area(b) - area(a))[0]
  return { gss: properties.gss, rings: rings.filter(ring => ring === main || area(ring) > 0), main }
}

/** Ring without its closing point and without points that fell onto their neighbour. */
function withoutRepeats(ring) {
  return ring.slice(0, -1).filter(([x, y], i, all) => {
    const [px, py] = all.at(i - 1)
    return i === 0 || x !== px || y !== py
  })
}

function area(ring) {
  const doubled = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(doubled) / 2
}

function asPath({ gss, rings }) {
  return `<path id="${gss}" d="${rings.map(asSteps).join('')}"/>`
}

/** A ring as one absolute point and relative steps, which compress to a third of absolute points. */
function asSteps(ring) {
  const steps = ring.map(([x, y], i) => {
    const [px, py] = i === 0 ? [0, 0] : ring[i - 1]
    return `${i === 0 ? 'M' : i === 1 ? 'l' : ' '}${x - px} ${y - py}`
  })
  return `${steps.join('').replaceAll(' -', '-')}z`
}

/** West, north, east and south. */
function boundsOf(rings) {
  const [xs, ys] = [0, 1].map(axis => rings.flat().map(point => point[axis]))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function asDot({ gss, rings, main }) {
  const [west, north, east, south] = boundsOf(rings)
  if (Math.max(east - west, south - north) >= tooSmallToSee) return ''
  const [x, y] = [0, 1].map(axis =>
    Math.round(main.reduce((sum, point) => sum + point[axis], 0) / main.length),
  )
  return `<circle id="dot-${gss}" cx="${x}" cy="${y}" r="8"/>`
}
