import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { asFailure } from '#plumbing/failures.ts'
import { readingThreads } from './reading-thread.ts'

const program = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
const file = (text: string) => ({ name: 'register.csv', bytes: Buffer.from(text), linesAtMost: 10 })
const register =
  'Title,Supplier,Start date,End date,Contact\nLifts,Example Ltd,01/04/2025,31/03/2027,Pat Placeholder\n'

const failureOf = (reading: Promise<unknown>) => reading.then(() => undefined, asFailure)

const endless = program(`
  import { workerData } from 'node:worker_threads'
  const turns = new Int32Array(workerData.bytes.buffer)
  for (;;) Atomics.add(turns, 0, 1)
`)

test('a file is read in a thread, which gives what the rows say and the cells to know columns by', async () => {
  const { lines, register: seen } = await readingThreads()(file(register))
  expect(lines).toMatchObject([{ line: 2, row: { title: 'Lifts', endsOn: '2027-03-31', raw: {} } }])
  expect(seen!.columns).toContainEqual({ heading: 'Title', field: 'title', cells: ['Lifts'] })
})

test('notices are read so too, and have no columns', async () => {
  const release = { ocid: 'ocds-1', awards: [{ id: '1', title: 'Lifts' }] }
  const { lines, register: seen } = await readingThreads()(file(JSON.stringify(release)))
  expect([lines.length, seen]).toEqual([1, null])
})

test('a file that cannot be read, or has too many lines, is a failure in the words of who read it', async () => {
  const read = readingThreads()
  expect(await failureOf(read(file('%PDF-1.4')))).toMatchObject({ kind: 'invalid' })
  const many = register + 'Lifts,Example Ltd,01/04/2025,31/03/2027,\n'.repeat(10)
  expect((await failureOf(read(file(many))))?.message).toContain('more than 10 lines')
})

test('a reading that never ends is stopped, refused in words, and works no more', async () => {
  const turns = new Int32Array(new SharedArrayBuffer(4))
  const read = readingThreads({ file: endless, seconds: 0.5 })
  const refused = await failureOf(read({ ...file(''), bytes: new Uint8Array(turns.buffer) }))
  expect(refused?.kind).toBe('too-large')
  expect(refused?.message).toContain('We stopped reading the file after 0.5 seconds')
  const before = Atomics.load(turns, 0)
  expect(before).toBeGreaterThan(0)
  await setTimeout(50)
  expect(Atomics.load(turns, 0)).toBe(before)
})

test('a reading that needs too much memory is stopped, and the program goes on', async () => {
  const eater = program('const all = []; for (;;) all.push({ at: all.length, text: String(all.length) })')
  const refused = await failureOf(readingThreads({ file: eater, megabytes: 16 })(file(register)))
  expect([refused?.kind, refused?.message.includes('too much memory')]).toEqual(['too-large', true])
})

test('a thread that breaks is a defect, and no failure of whoever brought the file', async () => {
  const broken = readingThreads({ file: program('null.x') })(file(register))
  await expect(broken).rejects.toThrow(TypeError)
})

test('a few files wait for their turn, and more are turned away', async () => {
  const read = readingThreads({ file: program('for (;;) {}'), seconds: 0.1 })
  const kinds = await Promise.all(Array.from({ length: 9 }, () => failureOf(read(file(register)))))
  expect(kinds.map(refused => refused?.kind)).toEqual([...Array(8).fill('too-large'), 'busy'])
  expect(await failureOf(read(file(register)))).toMatchObject({ kind: 'too-large' })
})

test('whoever has a file read keeps nobody else out', async () => {
  const read = readingThreads({ file: program('for (;;) {}'), seconds: 0.1 })
  const ofOne = Array.from({ length: 8 }, () => failureOf(read(file(register), 'leeds-city-council')))
  const ofAnother = failureOf(read(file(register), 'dorset-council'))
  const kinds = await Promise.all([...ofOne, ofAnother])
  expect(kinds.map(refused => refused?.kind)).toEqual(['too-large', ...Array(7).fill('busy'), 'too-large'])
  expect(await failureOf(read(file(register), 'leeds-city-council'))).toMatchObject({ kind: 'too-large' })
})
