import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, normalLine, readText, writeText } from './canonical-text.ts'
import { checkEvidence, type Evidence, writeEvidence } from './evidence.ts'
import { newKey, sealOf } from './seal.ts'
import { readRecord, type SignatureRecord, sha256, writeRecord } from './signature-record.ts'

const key = newKey()

const words = fc.string({ unit: 'binary', maxLength: 60 })

const signers = fc.array(fc.record({ organisation: words, name: words, role: words, reference: words }), {
  minLength: 1,
  maxLength: 4,
})

const agreed = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .map(said =>
    writeText([
      { kind: 'heading', text: 'Agreement' },
      ...said.flatMap((text, at) => linesOf(at % 2 ? 'words' : 'item', text)),
    ]),
  )

type Signer = Pick<SignatureRecord, 'organisation' | 'name' | 'role' | 'reference'>

function signed(text: string, by: Signer[]): Evidence {
  const agreement = sha256(text)
  let before = agreement
  const signatures = by.map((signer, at) => {
    const record = writeRecord({
      ...signer,
      agreement,
      version: 1,
      number: at + 1,
      before,
      identifier: 'a-council',
      authority: 'Delegated authority',
      statement: 'I may sign for it',
      time: '2026-11-22T20:11:47.000Z',
    })
    before = sha256(record)
    return { record, seal: sealOf(record, key) }
  })
  return { text, signatures, key: key.public_pem }
}

const evidence = fc.tuple(agreed, signers).map(([text, by]) => signed(text, by))

const other = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })

/** The same text with one character put in place of another. */
const changed = (text: string, at: number, character: string) => {
  const characters = [...text]
  characters[at % characters.length] = character
  return characters.join('')
}

describe('the evidence of an agreement', () => {
  test('verifies as it was written, whatever people typed', () => {
    fc.assert(
      fc.property(evidence, written => {
        const { wrong, sha256: hash, signatures } = checkEvidence(writeEvidence(written))
        expect(wrong).toEqual([])
        expect(hash).toBe(sha256(written.text))
        expect(signatures).toHaveLength(written.signatures.length)
      }),
    )
  })

  test('fails after one character of the file was changed, wherever it stands', () => {
    fc.assert(
      fc.property(evidence, fc.nat(), other, (written, at, character) => {
        const file = writeEvidence(written)
        const broken = changed(file, at, character)
        fc.pre(broken !== file)
        expect(checkEvidence(broken).wrong).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test.each(['text', 'record', 'seal'] as const)(
    'fails after one character of a %s was changed and the file written anew',
    part => {
      fc.assert(
        fc.property(evidence, fc.nat(), fc.nat(), other, (written, which, at, character) => {
          const { text, signatures } = written
          const nth = which % signatures.length
          const broken: Evidence =
            part === 'text'
              ? { ...written, text: changed(text, at, character) }
              : {
                  ...written,
                  signatures: signatures.map((signature, index) =>
                    index === nth
                      ? { ...signature, [part]: changed(signature[part], at, character) }
                      : signature,
                  ),
                }
          fc.pre(writeEvidence(broken) !== writeEvidence(written))
          expect(checkEvidence(writeEvidence(broken)).wrong).not.toEqual([])
        }),
        { numRuns: 300 },
      )
    },
  )

  test('fails where signatures change places, one is taken out of the middle, or another key has sealed', () => {
    const { text, signatures } = signed('A\n', [
      { organisation: 'Leeds', name: 'Robin', role: 'Director', reference: '' },
      { organisation: 'Adur', name: 'Sam', role: 'Head', reference: '' },
      { organisation: 'Surrey', name: 'Kim', role: 'Head', reference: '' },
    ])
    const [one, two, three] = signatures as [
      Evidence['signatures'][0],
      Evidence['signatures'][0],
      Evidence['signatures'][0],
    ]
    const check = (kept: Evidence['signatures'], by = key.public_pem) =>
      checkEvidence(writeEvidence({ text, signatures: kept, key: by })).wrong.length
    expect(check([one, two, three])).toBe(0)
    expect(check([two, one, three])).toBeGreaterThan(0)
    expect(check([one, three])).toBeGreaterThan(0)
    expect(check([two, three])).toBeGreaterThan(0)
    expect(check([one, two, three], newKey().public_pem)).toBeGreaterThan(0)
  })

  test('is none where a part is missing or of another kind, and proves nothing without a signature', () => {
    const written = signed('A\n', [{ organisation: 'Leeds', name: 'Robin', role: 'Director', reference: '' }])
    const parts = [
      { text: 5 },
      { signatures: [{ record: 5, seal: '' }] },
      { signatures: [{ record: null, seal: null }] },
      { key: 5 },
    ]
    for (const part of parts) {
      const file = writeEvidence({ ...written, ...(part as object) })
      expect([file, checkEvidence(file).wrong.length]).toEqual([file, 1])
    }
    expect(checkEvidence(writeEvidence({ ...written, text: 'B\n', signatures: [] })).wrong).toEqual([
      'There is no signature in it.',
    ])
  })
})

describe('the normal form of a text', () => {
  test('reads back as it was written, and is its own normal form', () => {
    fc.assert(fc.property(agreed, text => writeText(readText(text)) === text))
  })

  test('has no line that begins as no kind of line does, whatever people typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        const text = writeText([{ kind: 'heading', text: 'A' }, ...linesOf('words', typed)])
        expect(text).toBe(text.normalize('NFC'))
        for (const line of text.split('\n').slice(1)) expect(line).toMatch(/^(?: {4}\S.*)?$/)
      }),
    )
  })

  test('keeps what a person typed on one line of a record', () => {
    fc.assert(
      fc.property(words, name => {
        const { signatures } = signed('A\n', [{ organisation: 'Leeds', name, role: 'R', reference: '' }])
        const { record } = signatures[0]!
        expect(record.split('\n')).toHaveLength(14)
        expect(readRecord(record)?.role).toBe('R')
      }),
    )
  })

  test('keeps words in one form, whatever is taken out between their characters', () => {
    for (const typed of ['Jose\u200b\u0301', 'A\u00ad\u030a', '\ufeff\u3164 \u{e0041}', 'क\u200dष'])
      expect([typed, normalLine(normalLine(typed))]).toEqual([typed, normalLine(typed)])
    expect(normalLine('Jose\u200b\u0301')).toBe('José')
    expect(normalLine('\ufeff\u3164 \u{e0041}')).toBe('')
    const written = signed(writeText([{ kind: 'heading', text: 'Cafe\u2066\u0301' }]), [
      { organisation: 'Leeds', name: 'Jose\u200b\u0301', role: 'Director', reference: '' },
    ])
    expect(checkEvidence(writeEvidence(written))).toMatchObject({ wrong: [] })
  })
})
