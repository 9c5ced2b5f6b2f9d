import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig, settings } from './config.ts'
import { inRoot } from './root.ts'

test('nothing needs to be set', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', BASE_URL: 'http://localhost:3000' })
})

test('an empty value counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', TRUST_PROXY: '' })).toEqual(readConfig({}))
})

test('one message names every setting that is not right', () => {
  const bad = { PORT: 'http', DATABASE_URL: 'mysql://host/name', LOG_LEVEL: 'loud', HOST: '::' }
  const message = (() => {
    try {
      readConfig(bad)
    } catch (error) {
      return String(error)
    }
  })()
  expect(message).toMatch(/^Error: The configuration is not right:\n/)
  expect(
    message
      ?.match(/^ {2}(\w+): ./gm)
      ?.map(line => line.split(':')[0]!.trim())
      .sort(),
  ).toEqual(['DATABASE_URL', 'LOG_LEVEL', 'PORT'])
  expect(message).toContain('docs/operating.md')
})

test('no message repeats a value: it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://user:hunter2@host/name' })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
  )
})

test('a slash at the end of the address does not double in links', () => {
  expect(readConfig({ BASE_URL: 'https://pipeline.example/' }).BASE_URL).toBe('https://pipeline.example')
})

test('.env.example names every setting, and works as it is', () => {
  const example = parseEnv(readFileSync(inRoot('.env.example'), 'utf8'))
  expect(Object.keys(example).sort()).toEqual(Object.keys(settings).sort())
  expect(readConfig(example)).toEqual(readConfig({}))
})
