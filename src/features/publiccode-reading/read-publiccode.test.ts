import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPubliccode, sayFinding } from './read-publiccode.ts'
import { licenceIn } from './spdx.ts'

const filesIn = (folder: string) => globSync(`test/publiccode/${folder}/*.yml`).toSorted()
const readFile = (path: string) => readPubliccode(readFileSync(path))
const readText = (text: string) => readPubliccode(Buffer.from(text))

const refusalsOf = (read: ReturnType<typeof readPubliccode>) =>
  'refusals' in read ? read.refusals.map(finding => `${finding.line} ${sayFinding(finding)}`) : []

const valid = readFileSync('test/publiccode/valid/0.2-all-old-keys.yml', 'utf8')

describe('a valid file of each version', () => {
  test.each(filesIn('valid'))('is read: %s', path => {
    const read = readFile(path)
    expect(refusalsOf(read)).toEqual([])
    expect(read.said).toMatchObject({ name: 'Slotkeeper', softwareType: expect.any(String) })
  })

  test.each(['publiccode.yml'])('is read: the one of this product', path =>
    expect(readFile(path)).toMatchObject({
      said: { name: 'Pipeline', legal: { license: 'MIT' } },
      notes: [],
    }),
  )
})

test('every key of a full old file is read, with what stands under it', () => {
  const { said, notes } = readText(valid)
  expect(said).toMatchObject({
    publiccodeYmlVersion: '0.2',
    applicationSuite: 'Tipworks',
    landingURL: 'https://slotkeeper.example.org',
    isBasedOn: ['https://code.example.org/other/queue.git'],
    softwareVersion: '1.4.2',
    releaseDate: '2024-05-17',
    logo: 'img/logo.svg',
    monochromeLogo: 'img/logo-mono.svg',
    inputTypes: ['text/csv'],
    outputTypes: ['text/calendar', 'application/json'],
    platforms: ['web'],
    categories: ['appointment-scheduling'],
    usedBy: ['A district council'],
    roadmap: 'https://slotkeeper.example.org/roadmap',
    intendedAudience: {
      scope: ['local-authorities', 'environment'],
      countries: ['gb', 'ie'],
      unsupportedCountries: ['us'],
    },
    description: {
      eng: {
        genericName: 'Booking system',
        documentation: 'https://slotkeeper.example.org/docs',
        features: ['Book and cancel without an account', 'See at the gate who is coming'],
        screenshots: ['img/gate.png'],
        videos: ['https://video.example.org/slotkeeper'],
        awards: ['Best of three, 2023'],
      },
    },
    legal: { license: 'AGPL-3.0-or-later', repoOwner: 'A district council', authorsFile: 'AUTHORS.txt' },
    maintenance: {
      type: 'contract',
      contractors: [{ name: 'Example Software Limited', until: '2027-03-31' }],
      contacts: [{ name: 'Ada Example' }],
    },
    localisation: { localisationReady: true, availableLanguages: ['eng', 'cym'] },
    dependsOn: {
      open: [{ name: 'PostgreSQL', versionMin: '12', versionMax: '16', optional: false }],
      proprietary: [{ name: 'A card terminal service', version: '3' }],
      hardware: [{ name: 'Barrier', optional: true }],
    },
    it: { countryExtensionVersion: '0.2', conforme: { gdpr: true }, piattaforme: { spid: false } },
    gb: { notify: true },
  })
  expect(notes.map(sayFinding)).toContain('legal.repoOwner is deprecated: organisation.name takes its place')
})

const expected: Record<string, string[]> = {
  'address-of-no-repository': ['4 url “slotkeeper” is no address (URL)'],
  'contractors-without-contract': [
    '34 maintenance.contractors is only for the type contract',
    '36 maintenance.contractors[0].until “soon” is no day written YYYY-MM-DD',
  ],
  'key-twice': ['12 The key name stands twice', '13 colour is no key of the standard'],
  'latin-1': ['2 The file is not UTF-8 text'],
  'licence-of-no-list': [
    '25 legal.license “AGPL3” is no SPDX licence expression such as MIT or “EUPL-1.2 OR MIT”',
  ],
  'list-of-laughs': ['3 The file has more than 50 aliases'],
  'many-at-once': [
    '12 landingURL “slotkeeper” is no web address (http or https)',
    '13 usedBy must be a list',
    '14 colour is no key of the standard',
    '30 maintenance.contacts is missing: type is internal',
    '34 localisation.localisationReady “maybe” is neither true nor false',
    '35 localisation.availableLanguages is empty',
  ],
  'names-of-things': [
    '9 categories[0] “bookings” is no category of the standard',
    '10 developmentStatus “live” is no development status: it is one of concept, development, beta, stable, obsolete',
    expect.stringContaining('11 softwareType “website” is no type of software'),
    '14 intendedAudience.scope[0] “councils” is no scope of the standard',
    '16 intendedAudience.countries[0] “England” is no two-letter country code (ISO 3166-1)',
  ],
  'no-yaml': [
    expect.stringContaining('2 This is not YAML: '),
    expect.stringContaining('2 This is not YAML: '),
  ],
  'version-missing': [
    '1 publiccodeYmlVersion is missing',
    '8 developmentStatus “live” is no development status: it is one of concept, development, beta, stable, obsolete',
  ],
  'version-unknown': ['1 publiccodeYmlVersion “0.9” is a version that is not read here: 0.2 to 0.7 are'],
  'very-deep': ['2 The file is nested deeper than 20 levels'],
  'words-too-long': ['15 description.en.shortDescription has 199 characters, and may have 150 at most'],
  'words-too-short': ['16 description.en.longDescription has 15 characters, and needs 150 at least'],
}

test.each(filesIn('broken'))('all that is wrong is said at its line: %s', path =>
  expect(refusalsOf(readFile(path))).toEqual(expected[basename(path, '.yml')]),
)

/** The short valid file with something else in the place of one of its lines, or of nothing. */
const short = readFileSync('test/publiccode/valid/0.5-organisation.yml', 'utf8')
function changed(line: string, instead: string) {
  expect(short).toContain(line)
  return readText(short.replace(line, instead))
}
const license = '  license: MIT'
const ready = 'localisationReady: true'

describe('what files in the wild have is read', () => {
  test.each([
    ['a byte order mark and lines that end as on Windows', `\uFEFF${short.replaceAll('\n', '\r\n')}`],
    ['sections that are there and empty', `${short}\ndependsOn:\nintendedAudience:\nroadmap:\n`],
    ['what an anchor names', `${short}\nusedBy: &us\n  - A council\nisBasedOn: []\nGB:\n  users: *us\n`],
  ])('%s', (_, text) => expect(refusalsOf(readText(text))).toEqual([]))

  test('licences in any capitals', () => {
    expect(refusalsOf(changed(license, '  license: eupl-1.2 OR apache-2.0'))).toEqual([])
    expect(licenceIn('gpl-2.0-only WITH classpath-exception-2.0')).toBe(
      'GPL-2.0-only WITH Classpath-exception-2.0',
    )
    expect(licenceIn('eupl-1.2 OR free')).toBeUndefined()
  })

  test('texts that are empty where a text may be', () =>
    expect(changed(license, `${license}\n  mainCopyrightOwner: ""`)).toMatchObject({
      said: { legal: { mainCopyrightOwner: '' } },
    }))

  test('a version that is a number, with a note', () => {
    const read = changed('"0.5"', '0.5')
    expect(read).toMatchObject({ said: { publiccodeYmlVersion: '0.5' } })
    expect(read.notes.map(sayFinding)).toEqual([
      'publiccodeYmlVersion is a number here: as a text it is written "0.5"',
    ])
  })

  test('an older file without what later versions do not ask for, with a note', () => {
    const lacking = ({ notes }: ReturnType<typeof readText>) =>
      notes.map(note => `${note.line} ${sayFinding(note)}`)
    expect(lacking(readFile('test/publiccode/valid/0.3-without-release.yml'))).toEqual([
      '1 releaseDate is missing: version 0.3 asks for it, 0.4 and later do not',
    ])
    expect(lacking(changed('"0.5"', '"0.4"\ncategories:'))).toEqual([
      '2 categories is empty: version 0.4 asks for it, 0.5 and later do not',
    ])
    expect(changed('"0.5"', '"0.4"\nreleaseDate: soon').said).toBeNull()
  })

  test.each(['lld', 'fur', 'sl-IT-nedis', 'zh-Hant', 'ita', 'es-419'])('the language %s', tag =>
    expect(refusalsOf(changed('    - en', `    - ${tag}`))).toEqual([]),
  )

  test('what a country adds, as it is written', () =>
    expect(readText(`${short}\nNL:\n  rsin: "no"\n  ready: yes\n  layer: n\n`)).toMatchObject({
      said: { NL: { rsin: 'no', ready: true, layer: 'n' } },
    }))
})

describe('what is wrong is said in words that help', () => {
  test.each([
    ['    - en', '    - xxx', '“xxx” is no language tag (BCP 47)'],
    ['    - en', '    - en_GB', '“en_GB” is no language tag (BCP 47)'],
    [ready, 'localisationReady: "true"', 'must be true or false, without quotes'],
    ['  - web', '  - web: yes', 'must be a text; one that has a colon stands in quotes'],
    [license, `${license}\nlandingUrl: x`, 'is no key of the standard: it is written landingURL'],
    [license, `${license}\nit:\n  riuso:\nIT:\n  riuso:`, 'says again what IT says: leave one of them out'],
    [license, `${license}\nid: 5`, 'id must be keys of its own'],
    [license, `${license}\nIT:\n  conformance: {}`, 'IT.conformance is no key of the standard'],
    [license, `${license}\nIT:\n  piattaforme:\n    - spid`, 'IT.piattaforme must be keys of its own'],
    [license, `${license}\n---\nname: Two`, 'A second document begins here'],
    [license, `\t${license}`, 'lines are moved in by blanks, not by tabs'],
    [
      'name: Slotkeeper',
      'name: Slotkeeper: the slots',
      'a text that has a colon and a blank in it stands in quotes',
    ],
    ['name: Slotkeeper', 'name: @slotkeeper', 'a text that begins with a sign such as @'],
    [
      'name: Slotkeeper',
      'name: Slotkeeper\nroadmap: *plan',
      '4 *plan stands for an anchor that is not there',
    ],
    ['"0.5"', '["0.5"]', 'publiccodeYmlVersion must be a text'],
    ['type: "none"', 'type: none\n  contacts:\n    -', 'maintenance.contacts[0] is empty'],
  ])('%s → %s', (line, instead, says) => {
    const refusals = refusalsOf(changed(line, instead))
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toContain(says)
  })

  test('with what stood there', () => {
    const read = changed(license, '  license: free\ncolours: [red]')
    expect('refusals' in read && read.refusals.map(({ key, stands }) => [key, stands])).toEqual([
      ['legal.license', 'free'],
      ['colours', ['red']],
    ])
  })

  test('at its line also where a language says next to nothing', () =>
    expect(
      refusalsOf(readText('publiccodeYmlVersion: "0.5"\ndescription:\n  en: {}\n')).filter(one =>
        one.includes('.en.'),
      ),
    ).toHaveLength(3))
})

describe('a file made to exhaust is refused at once', () => {
  test.each([
    ['nested without end', '['.repeat(60_000)],
    ['keys within keys', 'a: '.repeat(30_000)],
    ['larger than any such file', `name: ${'x'.repeat(200_000)}`],
    ['of very many things', `- x\n`.repeat(30_000)],
    ['of many aliases', `a: &a x\n${Array.from({ length: 9000 }, (_, at) => `k${at}: *a`).join('\n')}`],
  ])('%s', (_, text) => expect(refusalsOf(readText(text))).toHaveLength(1))
})

test('whatever stands in a file, it is read or refused with lines of that file', () => {
  const lines = valid.split('\n')
  const damage = fc.record({
    at: fc.nat(lines.length - 1),
    what: fc.oneof(
      fc.constant(''),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(...lines),
    ),
  })
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), damages => {
      const damaged = [...lines]
      for (const { at, what } of damages) damaged[at] = what
      const read = readText(damaged.join('\n'))
      const last = damaged.join('\n').split(/\r\n?|\n/).length + 1
      if ('refusals' in read)
        for (const { line, says } of read.refusals) {
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(last)
          expect(says).not.toBe('')
        }
      else expect(read.said.name).toBeTruthy()
    }),
  )
})
