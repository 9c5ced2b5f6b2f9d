import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from '#plumbing/root.ts'

/** West, north, east and south, in units of the map file. */
export type Bounds = [number, number, number, number]

export type Frame = { x: number; y: number; width: number; height: number }

// The frame of the map file; a test holds the two together.
export const wholeFrame: Frame = { x: 0, y: 0, width: 1000, height: 1835 }

export const viewBoxOf = ({ x, y, width, height }: Frame) => `${x} ${y} ${width} ${height}`

/** Around a place so much of it is shown, as a share of its longer side. */
const margin = 0.12
/** Nearer than this the outlines, which are drawn for the whole country, look like stairs. */
const narrowest = 60
/** A frame is never more than this much taller than wide, or wider than tall. */
const steepest = 1.5

/** The part of the map that holds these places, with some of what lies around them. */
export function frameAround(bounds: Bounds[]): Frame {
  if (bounds.length === 0) return wholeFrame
  const [west, north] = [0, 1].map(side => Math.min(...bounds.map(of => of[side]!))) as [number, number]
  const [east, south] = [2, 3].map(side => Math.max(...bounds.map(of => of[side]!))) as [number, number]
  const around = margin * Math.max(east - west, south - north)
  const width = Math.max(narrowest, east - west + 2 * around)
  const height = Math.max(narrowest, south - north + 2 * around)
  const wide = Math.round(Math.max(width, height / steepest))
  const high = Math.round(Math.max(height, width / steepest))
  return {
    x: Math.round((west + east - wide) / 2),
    y: Math.round((north + south - high) / 2),
    width: wide,
    height: high,
  }
}

let known: Record<string, Bounds> | undefined

/** Where councils are, by their ONS codes; before the first build nobody knows. */
export function boundsOfAreas(gss: string[]): Bounds[] {
  const file = inRoot('build', 'assets', 'map-bounds.json')
  known ??= existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Bounds>) : {}
  return gss.flatMap(code => (known![code] ? [known![code]] : []))
}
