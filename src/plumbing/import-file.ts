import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { failure } from './failures.ts'

/** A file to take in, read in pieces as often as one likes. */
export type ImportFile = { name: string; size: number; pieces(): AsyncIterable<Uint8Array> }

const megabyte = 1024 * 1024
export const fileAtMost = 1024 * megabyte

export function fileAt(path: string): ImportFile {
  const { size } = statOf(path)
  if (size > fileAtMost) throw failure('too-large', `${path} is larger than ${fileAtMost / megabyte} MB.`)
  return { name: path, size, pieces: () => createReadStream(path, { highWaterMark: megabyte / 4 }) }
}

function statOf(path: string) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw failure('invalid', `${path} cannot be read.`)
  return found
}

export function fileOfBytes(name: string, bytes: Uint8Array): ImportFile {
  return {
    name,
    size: bytes.length,
    async *pieces() {
      yield bytes
    },
  }
}

export const fileOfText = (name: string, text: string) => fileOfBytes(name, new TextEncoder().encode(text))

/** Its text in pieces; a Failure when it is not UTF-8. A byte order mark is left out. */
export async function* textOf(file: ImportFile): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch {
      throw failure('invalid', `${file.name} is not UTF-8 text.`)
    }
  }
  for await (const piece of file.pieces()) yield decode(piece)
  yield decode()
}

/** All its text at once, for kinds of file that are a page or two. */
export const wholeTextOf = async (file: ImportFile): Promise<string> =>
  (await Array.fromAsync(textOf(file))).join('')

export async function sha256Of(file: ImportFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of file.pieces()) hash.update(piece)
  return hash.digest('hex')
}

/** The same file, telling after each piece how many bytes of it were read. */
export function countingBytes(file: ImportFile, heard: (bytes: number) => void): ImportFile {
  return {
    ...file,
    async *pieces() {
      let bytes = 0
      for await (const piece of file.pieces()) {
        bytes += piece.length
        heard(bytes)
        yield piece
      }
    },
  }
}
