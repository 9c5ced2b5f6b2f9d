import { readFileSync } from 'node:fs'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { checkEvidence } from './evidence.ts'

// Bytes that are no UTF-8 must not be read as if they were.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function read(file: string | undefined): string {
  try {
    return strict.decode(readFileSync(file ?? ''))
  } catch {
    throw failure('invalid', file ? `${file} cannot be read.` : 'Give the FILE to check.')
  }
}

/** Needs no database and no network: a copy of the program is enough. */
export const verifyCommand: Command = {
  name: 'verify-agreement',
  usage: 'FILE',
  does: 'checks an evidence file of an agreement: its text, its signatures and the chain between them',
  run: async ({ print }, { words: [file] }) => {
    const { wrong, sha256, signatures, last, key } = checkEvidence(read(file))
    if (wrong.length > 0) throw failure('invalid', wrong.join('\n'))
    print(`SHA-256 of the text: ${sha256}`)
    for (const { number, organisation, name, role, time } of signatures)
      print(`Signature ${number}: ${organisation}, by ${name}, ${role}, at ${time}`)
    print(`SHA-256 of the last signature record: ${last}`)
    print(`SHA-256 of the key that sealed: ${key}`)
    print(
      'Compare the first two with the mail that said that all have signed, and the key with /signing-key.pem of the site: whoever has another key can make a file that fits.',
    )
    print('Nothing was changed since.')
  },
}
