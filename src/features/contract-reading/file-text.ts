import type { ImportFile } from '#plumbing/import-file.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The first bytes of a file, at most as many as asked for. */
export async function headOf(file: ImportFile, bytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of file.pieces()) {
    pieces.push(piece)
    length += piece.length
    if (length >= bytes) break
  }
  return Buffer.concat(pieces).subarray(0, bytes)
}

/** In which letters a file is written. What is not UTF-8 to its end, and not UTF-16, is Windows-1252. */
export async function encodingOf(file: ImportFile): Promise<Encoding> {
  const head = await headOf(file, 4096)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const nuls = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  if (nuls(1) > head.length / 4) return 'utf-16le'
  if (nuls(0) > head.length / 4) return 'utf-16be'
  return (await isUtf8(file)) ? 'utf-8' : 'windows-1252'
}

async function isUtf8(file: ImportFile): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of file.pieces()) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** The text of a file in pieces, without a byte order mark. */
export async function* textIn(file: ImportFile, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of file.pieces()) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
