import { z } from 'zod'
import { readText, writeText } from './canonical-text.ts'
import { isSealOf } from './seal.ts'
import { readRecord, type SignatureRecord, sha256 } from './signature-record.ts'

const format = 'pipeline-agreement-evidence-1'

/** All that is needed to check who signed what, without the site. `signatures` in their order. */
export type Evidence = {
  text: string
  signatures: { record: string; seal: string }[]
  /** The public key of the installation, PEM. */
  key: string
}

/** As a file. It has one form only, so that no character of it can change unnoticed. */
export const writeEvidence = ({ text, signatures, key }: Evidence): string =>
  `${JSON.stringify({ format, text, signatures: signatures.map(({ record, seal }) => ({ record, seal })), key }, null, 2)}\n`

/** `last` and `key` are SHA-256 of the last record and of the key, for whoever has them from elsewhere. */
export type Checked = {
  wrong: string[]
  sha256: string
  signatures: SignatureRecord[]
  last: string
  key: string
}

const nothing = (why: string): Checked => ({ wrong: [why], sha256: '', signatures: [], last: '', key: '' })

const shape = z.object({
  text: z.string(),
  signatures: z.array(z.object({ record: z.string(), seal: z.string() })),
  key: z.string(),
})

function readEvidence(file: string): Evidence | null {
  try {
    const evidence = shape.parse(JSON.parse(file))
    return writeEvidence(evidence) === file ? evidence : null
  } catch {
    return null
  }
}

/** Checks an evidence file: the text, every signature under it and the chain between them. `wrong` is empty where all fits. */
export function checkEvidence(file: string): Checked {
  const evidence = readEvidence(file)
  if (!evidence) return nothing('This is no evidence file of an agreement, or something in it was changed.')
  const { text, signatures, key } = evidence
  const hash = sha256(text)
  const wrong: string[] = []
  // Without a signature nothing ties the text to anyone: whatever stood there would fit.
  if (signatures.length === 0) wrong.push('There is no signature in it.')
  if (writeText(readText(text)) !== text) wrong.push('The text is not in its normal form.')
  let before = hash
  const records = signatures.flatMap(({ record: written, seal }, at) => {
    const nth = `Signature ${at + 1}`
    const record = readRecord(written)
    if (!record) {
      wrong.push(`${nth} is no signature record.`)
      return []
    }
    if (record.agreement !== hash) wrong.push(`${nth} is not one of this text.`)
    if (record.before !== before || record.number !== at + 1)
      wrong.push(`${nth} does not follow what stands before it.`)
    if (!isSealOf(written, seal, key)) wrong.push(`${nth} does not bear the seal of this key.`)
    before = sha256(written)
    return [record]
  })
  return { wrong, sha256: hash, signatures: records, last: before, key: sha256(key) }
}
