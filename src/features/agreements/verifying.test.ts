import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { agree, fillClause, fixAgreement, signAgreement } from '#test/agreeing.ts'
import { testApp } from '#test/support.ts'
import { checkCommands } from './downloads.ts'
import { checkEvidence } from './evidence.ts'
import { sha256 } from './signature-record.ts'
import { verifyCommand } from './verify-commands.ts'

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'agreement-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** The files of an agreement that three have signed, as they are downloaded. */
async function signedFiles() {
  const app = await testApp()
  const { version, partner } = await agree(app, {
    partners: ['adur-district-council', 'surrey-county-council'],
  })
  const [zip, json, text] = await Promise.all(
    ['evidence.zip', 'evidence.json', 'agreement.txt'].map(name => partner.get(`${version}/${name}`)),
  )
  return { files: unzipSync(zip!.rawPayload), json: json!.body, text: text!.body }
}

function unpacked(files: Record<string, Uint8Array>) {
  const path = folder()
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(path, name), bytes)
  return path
}

const run = (cwd: string) => spawnSync('sh', ['-c', checkCommands], { cwd, encoding: 'utf8' })

describe('an agreement that was signed', () => {
  test('is checked by the documented commands alone, which notice one changed character of any file', async () => {
    const { files, text, json } = await signedFiles()
    const names = Object.keys(files)
    expect(names).toEqual(expect.arrayContaining(['agreement.txt', 'key.pem', 'signature-3.sig']))
    expect(execFileSync('sha256sum', { input: text, encoding: 'utf8' })).toContain(sha256(text))
    const good = run(unpacked(files))
    expect(good.stdout.match(/Signature Verified Successfully/g)).toHaveLength(3)
    expect(good.stdout).not.toContain('DOES NOT FIT')

    for (const name of names.filter(each => each !== 'README.txt')) {
      const bytes = Uint8Array.from(files[name]!)
      const middle = Math.floor(bytes.length / 2)
      bytes[middle]! ^= 1
      const { stdout } = run(unpacked({ ...files, [name]: bytes }))
      expect([name, stdout.includes('DOES NOT FIT')]).toEqual([name, true])
    }
    expect(checkEvidence(json)).toMatchObject({ wrong: [], sha256: sha256(text) })
  })

  test('is checked by the program without a database', async () => {
    const { files, json } = await signedFiles()
    const file = join(folder(), 'evidence.json')
    const lines: string[] = []
    const context = { print: (line: string) => lines.push(line) } as never
    writeFileSync(file, json)
    await verifyCommand.run(context, { values: {}, words: [file] })
    expect(lines.join('\n')).toContain('Signature 2: Adur District Council, by Robin Ashdown')
    expect(lines.at(-1)).toBe('Nothing was changed since.')
    const hashOf = (name: string) => sha256(Buffer.from(files[name]!).toString())
    expect(lines).toContain(`SHA-256 of the last signature record: ${hashOf('signature-3.txt')}`)
    expect(lines).toContain(`SHA-256 of the key that sealed: ${hashOf('key.pem')}`)
    const bytes = Buffer.from(json)
    bytes[json.indexOf('Robin')] = 0xff
    writeFileSync(file, bytes)
    await expect(verifyCommand.run(context, { values: {}, words: [file] })).rejects.toThrow('cannot be read')
    writeFileSync(file, json.replace('Robin', 'Robyn'))
    await expect(verifyCommand.run(context, { values: {}, words: [file] })).rejects.toThrow('Signature 1')
    await expect(verifyCommand.run(context, { values: {}, words: ['/none'] })).rejects.toThrow(
      'cannot be read',
    )
  })

  test('names the version that it replaces by its hash', async () => {
    const app = await testApp()
    const { path, owner, partner, version } = await agree(app)
    const first = (await owner.get(`${version}/agreement.txt`)).body
    await fillClause(owner, path, 'decisions', { way: 'vote' })
    const second = await fixAgreement(partner, path)
    await signAgreement(owner, second)
    expect((await owner.get(`${second}/agreement.txt`)).body).toContain(`version 1, SHA-256 ${sha256(first)}`)
  })
})

test('the papers give the same commands as the page', () => {
  expect(readFileSync(inRoot('docs', 'agreements.md'), 'utf8')).toContain(checkCommands)
})
