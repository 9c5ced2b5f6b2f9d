import { readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { inRoot } from '#plumbing/root.ts'

const schema = (name: string) =>
  JSON.parse(readFileSync(inRoot('test', 'schemas', 'ocds-1.1.5', `${name}.json`), 'utf8'))

const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(schema('release-schema'))
const isPackage = ajv.compile(schema('release-package-schema'))

/** What is wrong with a release package by the schemas of OCDS 1.1.5; nothing when it is right. */
export function breachesOfOcds(releasePackage: unknown): string[] {
  isPackage(releasePackage)
  return (isPackage.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
