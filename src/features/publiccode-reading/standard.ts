import {
  address,
  aliasUnchecked,
  between,
  country,
  day,
  email,
  language,
  licence,
  mediaType,
  oneOf,
  picture,
  place,
  smallCountry,
  supported,
  uri,
  webAddress,
} from './judges.ts'
import {
  type Besides,
  deprecated,
  group,
  type Keys,
  listOf,
  may,
  needed,
  neededBelow,
  oneOrMore,
  text,
  yesOrNo,
} from './shape.ts'
import { categories, scopes } from './vocabularies.ts'

const statuses = ['concept', 'development', 'beta', 'stable', 'obsolete']
const standalone = ['mobile', 'iot', 'desktop', 'web', 'backend', 'other'].map(kind => `standalone/${kind}`)
const softwareTypes = [...standalone, 'addon', 'library', 'configurationFiles']
const upkeeps = ['internal', 'contract', 'community', 'none']

const dependencies = listOf(
  group({
    name: needed(text()),
    versionMin: may(text()),
    versionMax: may(text()),
    version: may(text()),
    optional: may(yesOrNo),
  }),
)

const hasNone = (list: unknown) => !Array.isArray(list) || list.length === 0

/** Who keeps it up must be said as far as its type says that somebody does. */
const upkeep: Besides = ({ type, contractors, contacts }, minor) => {
  if (type === 'contract')
    return hasNone(contractors) ? [{ key: 'contractors', says: 'is missing: type is contract' }] : []
  const missing =
    (type === 'internal' || type === 'community') && hasNone(contacts)
      ? [{ key: 'contacts', says: `is missing: type is ${type}` }]
      : []
  const tooMany = 'is only for the type contract'
  return contractors === undefined
    ? missing
    : [...missing, { key: 'contractors', says: tooMany, ...(minor < 5 && { isNote: true as const }) }]
}

const nameOrUri: Besides = ({ name, uri }) =>
  name === undefined && uri === undefined ? [{ key: 'name', says: 'is missing' }] : []

const description = group({
  localisedName: may(text()),
  genericName: deprecated(text(between(0, 35))),
  shortDescription: needed(text(between(1, 150))),
  longDescription: may(text(between(150, 10_000))),
  documentation: may(text(webAddress)),
  apiDocumentation: may(text(webAddress)),
  features: may(listOf(text())),
  screenshots: may(listOf(text(place))),
  videos: may(listOf(text(webAddress))),
  awards: may(listOf(text())),
})

/** Some language must say it at length and list features; the others may say it shortly. */
const saidInFull: Besides = languages => {
  const [first] = Object.keys(languages)
  const isSaid = (key: string) =>
    Object.values(languages).some(said => {
      const value = (said as Record<string, unknown> | null)?.[key] ?? undefined
      return Array.isArray(value) ? value.length > 0 : value !== undefined
    })
  return ['longDescription', 'features']
    .filter(key => first && !isSaid(key))
    .map(key => ({ key: `${first}.${key}`, says: 'is missing: one language at least needs it' }))
}

/**
 * The keys of publiccode.yml 0.2 to 0.7. What only grew laxer is asked for as its version asks for it; sections of countries
 * stand beside these.
 */
export const standard: Keys = {
  publiccodeYmlVersion: needed(text()),
  name: needed(text()),
  applicationSuite: may(text()),
  url: needed(text(address)),
  landingURL: may(text(webAddress)),
  isBasedOn: may(oneOrMore(text(address))),
  softwareVersion: may(text()),
  releaseDate: neededBelow(4, text(day)),
  logo: may(text(picture)),
  monochromeLogo: deprecated(text(picture), 'logo takes its place'),
  inputTypes: deprecated(listOf(text(mediaType))),
  outputTypes: deprecated(listOf(text(mediaType))),
  platforms: needed(oneOrMore(text(), 1)),
  categories: neededBelow(5, listOf(text(oneOf(categories, 'category of the standard')))),
  usedBy: may(listOf(text())),
  fundedBy: may(listOf(group({ name: may(text()), uri: may(text(uri)) }, nameOrUri))),
  roadmap: may(text(webAddress)),
  developmentStatus: needed(text(oneOf(statuses, 'development status'))),
  softwareType: needed(text(oneOf(softwareTypes, 'type of software'))),
  supports: may(listOf(group({ id: needed(text(supported, aliasUnchecked)) }))),
  organisation: may(group({ uri: needed(text(uri)), name: may(text()) })),
  intendedAudience: may(
    group({
      scope: may(listOf(text(oneOf(scopes, 'scope of the standard')))),
      countries: may(listOf(text(country, smallCountry))),
      unsupportedCountries: may(listOf(text(country, smallCountry))),
    }),
  ),
  description: needed({ is: 'by-name', of: description, wrongName: language, besides: saidInFull }),
  legal: needed(
    group({
      license: needed(text(licence)),
      mainCopyrightOwner: may(text()),
      repoOwner: deprecated(text(), 'organisation.name takes its place'),
      authorsFile: deprecated(text(place)),
    }),
  ),
  maintenance: needed(
    group(
      {
        type: needed(text(oneOf(upkeeps, 'type of maintenance'))),
        contractors: may(
          listOf(
            group({
              name: needed(text()),
              until: needed(text(day)),
              email: may(text(email)),
              website: may(text(webAddress)),
            }),
          ),
        ),
        contacts: may(
          listOf(
            group({
              name: needed(text()),
              email: may(text(email)),
              phone: may(text()),
              affiliation: may(text()),
            }),
          ),
        ),
      },
      upkeep,
    ),
  ),
  localisation: needed(
    group({
      localisationReady: needed(yesOrNo),
      availableLanguages: needed(listOf(text(language), 1)),
    }),
  ),
  dependsOn: may(
    group({ open: may(dependencies), proprietary: may(dependencies), hardware: may(dependencies) }),
  ),
}

/** What Italy adds; whether a code is in its index of public bodies is not looked up. */
export const italianSection = group({
  countryExtensionVersion: may(text(oneOf(['0.2', '1.0'], 'version of the Italian section'))),
  conforme: may(
    group({
      lineeGuidaDesign: may(yesOrNo),
      modelloInteroperabilita: may(yesOrNo),
      misureMinimeSicurezza: may(yesOrNo),
      gdpr: may(yesOrNo),
    }),
  ),
  riuso: may(group({ codiceIPA: may(text()) })),
  piattaforme: may(
    group({
      spid: may(yesOrNo),
      pagopa: may(yesOrNo),
      cie: may(yesOrNo),
      anpr: may(yesOrNo),
      io: may(yesOrNo),
    }),
  ),
})
