import { anyone } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { download } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { formatMoment } from '#ui/date.ts'
import { wordType } from '#ui/word.ts'
import type { Signature } from './agreement.ts'
import { agreementAsWord } from './agreement-word.ts'
import { writeEvidence } from './evidence.ts'
import { bundleOf } from './evidence-bundle.ts'
import { findPublicKey } from './queries.ts'
import { findEvidence, findVersion } from './reading-queries.ts'
import { versionParams } from './version-routes.tsx'

const perMinute = 60

const filename = ({ slug, number }: { slug: string; number: number }, ending: string) =>
  `agreement-${slug.slice(0, 60)}-version-${number}${ending}`

const text = get(
  '/projects/:slug/collaboration/agreement/versions/:number/agreement.txt',
  { access: anyone, params: versionParams, perMinute },
  async ({ db, actor, params }) => {
    const { version } = await findVersion(db, actor, params)
    return download({
      type: 'text/plain; charset=utf-8',
      filename: filename(params, '.txt'),
      unlisted: true,
      body: version.text,
    })
  },
)

const signedBy = ({ organisation, signedAt, kept }: Signature, isPartner: boolean) => ({
  organisation: organisation.name,
  who: kept ? [isPartner ? kept.said.name : '', kept.said.role].filter(Boolean).join(', ') : 'Forgotten',
  authority: kept && isPartner ? authorityOf(kept.said) : '',
  when: formatMoment(signedAt),
})

const authorityOf = ({ authority, reference }: { authority: string; reference: string }) =>
  reference === 'none' ? authority : `${authority}: ${reference}`

const word = get(
  '/projects/:slug/collaboration/agreement/versions/:number/agreement.docx',
  { access: anyone, params: versionParams, perMinute },
  async ({ db, actor, params }) => {
    const { version, standing } = await findVersion(db, actor, params)
    const signed = version.signatures.map(signature => signedBy(signature, standing === 'partner'))
    return download({
      type: wordType,
      filename: filename(params, '.docx'),
      unlisted: true,
      body: await agreementAsWord({ text: version.text, sha256: version.sha256, signed }),
    })
  },
)

const evidence = get(
  '/projects/:slug/collaboration/agreement/versions/:number/evidence.json',
  { access: anyone, params: versionParams, perMinute },
  async ({ db, actor, params }) => {
    const found = await findEvidence(db, await findVersion(db, actor, params))
    return download({
      type: 'application/json',
      filename: filename(params, '-evidence.json'),
      unlisted: true,
      body: writeEvidence(found),
    })
  },
)

const bundle = get(
  '/projects/:slug/collaboration/agreement/versions/:number/evidence.zip',
  { access: anyone, params: versionParams, perMinute },
  async ({ db, actor, params }) => {
    const found = await findEvidence(db, await findVersion(db, actor, params))
    return download({
      type: 'application/zip',
      filename: filename(params, '-evidence.zip'),
      unlisted: true,
      body: bundleOf(found),
    })
  },
)

const key = get('/signing-key.pem', { access: anyone }, async ({ db }) => {
  const found = await findPublicKey(db)
  if (!found) throw failure('absent', '')
  return download({
    type: 'application/x-pem-file',
    filename: 'signing-key.pem',
    unlisted: true,
    body: found,
  })
})

export const downloadRoutes: Route[] = [text, word, evidence, bundle, key]
