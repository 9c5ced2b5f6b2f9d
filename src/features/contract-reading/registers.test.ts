import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ReadLine } from '#plumbing/import.ts'
import { fileAt } from '#plumbing/import-file.ts'
import { inRoot } from '#plumbing/root.ts'
import type { ReadContract } from './read-contract.ts'
import { readRegister } from './read-register.ts'

type Expected = {
  rows: [line: number, start: string | null, end: string | null, pounds: number | null, latest?: string][]
  refused: [line: number, reason: string][]
  absent?: string[]
}

const folder = inRoot('test/registers')
const files = globSync('*.{csv,txt,xlsx}', { cwd: folder }).sort()

const expectedOf = (file: string): Expected =>
  JSON.parse(readFileSync(`${folder}/${file.replace(/\.\w+$/, '.json')}`, 'utf8'))

type Found = { what: string; said: string; read: string }

/** Each day and each amount that a person reads, beside what the program read. */
function compare({ rows }: Expected, lines: ReadLine<ReadContract>[]): Found[] {
  const read = lines.flatMap(line => ('row' in line ? [line] : []))
  return rows.flatMap(([line, start, end, pounds, latest], at): Found[] => {
    const row = read[at]?.line === line ? read[at].row : undefined
    const days = {
      start: row?.startsOn,
      end: row?.isOpenEnded ? 'open' : row?.endsOn,
      latest: row?.extendsTo,
    }
    return [
      { what: `line ${line}, start`, said: String(start), read: String(row ? (days.start ?? null) : '-') },
      { what: `line ${line}, end`, said: String(end), read: String(row ? (days.end ?? null) : '-') },
      {
        what: `line ${line}, latest`,
        said: String(latest ?? null),
        read: String(row ? (days.latest ?? null) : '-'),
      },
      {
        what: `line ${line}, pounds`,
        said: String(pounds),
        read: String(row ? (row.valuePounds ?? null) : '-'),
      },
    ]
  })
}

const isWrong = ({ said, read }: Found) => said !== read

describe('registers of the shapes that councils publish', () => {
  test('are at least twelve', () => expect(files.length).toBeGreaterThanOrEqual(12))

  test.each(files)('%s: every line is read or refused with the reason', async file => {
    const expected = expectedOf(file)
    const lines = await Array.fromAsync(readRegister(fileAt(`${folder}/${file}`)))
    const refused = lines.flatMap(line => ('refusal' in line ? [line] : []))
    expect(refused.map(({ line }) => line)).toEqual(expected.refused.map(([line]) => line))
    for (const [at, [, reason]] of expected.refused.entries()) expect(refused[at]?.refusal).toContain(reason)
    expect(lines.length - refused.length).toBe(expected.rows.length)
    for (const words of expected.absent ?? []) expect(JSON.stringify(lines)).not.toContain(words)
  })

  test('give at least 95 of 100 days and amounts as a person reads them', async () => {
    const found: Found[] = []
    for (const file of files) {
      const lines = await Array.fromAsync(readRegister(fileAt(`${folder}/${file}`)))
      found.push(...compare(expectedOf(file), lines).map(one => ({ ...one, what: `${file}, ${one.what}` })))
    }
    const wrong = found.filter(isWrong)
    expect(found.length).toBeGreaterThan(250)
    expect(wrong.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(found.length * 0.05)
    expect(wrong).toEqual([])
  })
})
