import type { ReadLine } from '#plumbing/import.ts'
import type { ImportFile } from '#plumbing/import-file.ts'
import { jsonPieces } from './json-pieces.ts'
import { type Json, listIn, objectIn, textOfValue } from './json-values.ts'
import type { ReadContract } from './read-contract.ts'
import { type ReadAward, readRelease } from './read-release.ts'

/**
 * Reads releases of the Open Contracting Data Standard: a release or record package, JSON lines of releases or packages,
 * a list, or a single release. `line` is the line in JSON lines, otherwise the number of the entry in the file. A release
 * gives a line for each award; releases without one, and what is not JSON, are refused, and the rest is read.
 */
export async function* readOcds(file: ImportFile): AsyncIterable<ReadLine<ReadContract>> {
  let isAnything = false
  for await (const piece of jsonPieces(file)) {
    isAnything = true
    const { line } = piece
    if ('broken' in piece) yield { line, refusal: piece.broken }
    else for (const read of readPiece(piece.text)) yield { line, ...read }
  }
  if (!isAnything) yield { line: 1, refusal: 'the file holds no releases' }
}

function readPiece(text: string): ReadAward[] {
  try {
    return readEntry(JSON.parse(text))
  } catch (error) {
    if (error instanceof RangeError) return [{ refusal: 'has more in one another than can be read' }]
    if (!(error instanceof SyntaxError)) throw error
    return [{ refusal: `is not JSON: ${error.message}`, read: text.slice(0, 200) }]
  }
}

function readEntry(value: unknown): ReadAward[] {
  const entry = objectIn(value)
  const inside = [...listIn(entry.releases), ...listIn(entry.records)]
  if (entry.compiledRelease) return readRelease(objectIn(entry.compiledRelease))
  if (inside.length > 0) return inside.flatMap(one => (isLink(one) ? [linked(one)] : readEntry(one)))
  if (entry.versionedRelease) return [{ refusal: 'gives only all versions at once', read: entry.ocid }]
  if (!textOfValue(entry.ocid) && !entry.awards && !entry.tender)
    return [{ refusal: 'is no release: it has no ocid, tender or awards', read: Object.keys(entry) }]
  return readRelease(entry)
}

const isLink = (entry: Json) =>
  Boolean(entry.url) && !entry.awards && !entry.tender && !entry.releases && !entry.ocid

const linked = ({ url }: Json): ReadAward => ({
  refusal: 'gives only the address of its release',
  read: { url },
})
