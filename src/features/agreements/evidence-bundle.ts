import { strToU8, zipSync } from 'fflate'
import { checkCommands } from './downloads.ts'
import type { Evidence } from './evidence.ts'

const readMe = `This folder holds an agreement and the signatures under it.

agreement.txt     the text that was signed
signature-N.txt   what was signed by whom, in their order
signature-N.sig   the seal on it: 64 bytes of Ed25519
key.pem           the key of the installation that sealed

To check it, run this here; sha256sum and OpenSSL 3 are all it needs:

${checkCommands}
`

const earliest = new Date('1980-01-02')

/** What an evidence file holds as a ZIP of plain files, on which the documented commands work. */
export function bundleOf({ text, signatures, key }: Evidence): Buffer {
  const digits = String(signatures.length).length
  const files: Record<string, Uint8Array> = {
    'agreement.txt': strToU8(text),
    'key.pem': strToU8(key),
    'README.txt': strToU8(readMe),
  }
  signatures.forEach(({ record, seal }, at) => {
    const nth = String(at + 1).padStart(digits, '0')
    files[`signature-${nth}.txt`] = strToU8(record)
    files[`signature-${nth}.sig`] = Buffer.from(seal, 'hex')
  })
  return Buffer.from(zipSync(files, { mtime: earliest }))
}
