import { z } from 'zod'
import {
  type Collaboration,
  CollaborationWay,
  findOwn,
  joined,
  joinedIds,
  type Standing,
} from '#features/collaborations/index.ts'
import { anyone, isLeadOf, type Speaker, speakers } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { londonDay } from '#ui/date.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { type Agreement, agreementPath, canSign, standingOn, type Version, versionPath } from './agreement.ts'
import { signForm } from './agreement-form.ts'
import { compared, isSameMatter } from './agreement-text.ts'
import { notTakenUp } from './draft.ts'
import { findDrafted } from './draft-queries.ts'
import { endVersion } from './ending-actions.ts'
import { findReadable, findVersion } from './reading-queries.ts'
import { signVersion } from './version-actions.ts'
import { AgreementPage } from './views/agreement-page.tsx'
import { BeginPage } from './views/begin-page.tsx'
import { EndingPage } from './views/ending-page.tsx'
import { SigningPage } from './views/signing-page.tsx'
import { VersionPage } from './views/version-page.tsx'

const perMinute = 60
export const versionParams = slugParams.extend({ number: z.coerce.number().int().min(1).max(100_000) })

const joinedNames = (collaboration: Collaboration) =>
  joined(collaboration).map(({ organisation }) => organisation)

const overview: Route = get(
  '/projects/:slug/collaboration/agreement',
  { access: anyone, params: slugParams },
  async ({ db, clock, actor, params }) => {
    const { collaboration, standing, agreement } = await findReadable(db, actor, params.slug)
    const today = londonDay(clock.now())
    const title = `Agreement on ${collaboration.plan.said.title}`
    const way = <CollaborationWay collaboration={collaboration} />
    const ownId = actor.kind === 'person' ? (actor.actingFor?.id ?? '') : ''
    if (standing !== 'partner') {
      const shown = (agreement && standingOn(agreement, today)) ?? agreement?.versions[0]
      return redirect(versionPath(params.slug, shown!.number))
    }
    const drafted = await findDrafted(db, clock, collaboration, ownId)
    if (!drafted)
      return page({ title, unlisted: true, way, content: <BeginPage collaboration={collaboration} /> })
    const [latest] = drafted.agreement.versions
    const isOpen = latest?.state === 'signing' || latest?.state === 'agreed'
    const same = latest && isOpen && isSameMatter(latest.text, drafted.text) ? latest : undefined
    return page({
      title,
      unlisted: true,
      way,
      content: (
        <AgreementPage
          collaboration={collaboration}
          agreement={drafted.agreement}
          draft={drafted.draft}
          settled={drafted.settled}
          notTakenUp={notTakenUp(drafted.canvas, drafted.draft)}
          same={same}
          joined={joinedNames(collaboration)}
          ownId={ownId}
          today={today}
        />
      ),
    })
  },
)

const wayFrom = (standing: Standing, collaboration: Collaboration) =>
  standing === 'partner' ? (
    <BackLink href={agreementPath(collaboration.plan.slug)}>Back to the agreement</BackLink>
  ) : (
    <CollaborationWay collaboration={collaboration} />
  )

const reading: Route = get(
  '/projects/:slug/collaboration/agreement/versions/:number',
  { access: anyone, params: versionParams },
  async ({ db, clock, actor, params }) => {
    const { collaboration, standing, agreement, version } = await findVersion(db, actor, params)
    const today = londonDay(clock.now())
    return page({
      title: `Agreement on ${collaboration.plan.said.title}, version ${version.number}`,
      unlisted: agreement.visibility !== 'public',
      way: wayFrom(standing, collaboration),
      content: (
        <VersionPage
          slug={params.slug}
          version={version}
          before={beforeOf(agreement, version)}
          isPartner={standing === 'partner'}
          joined={joinedNames(collaboration)}
          maySign={
            actor.kind === 'person' &&
            actor.actingFor !== null &&
            joinedIds(collaboration).includes(actor.actingFor.id) &&
            canSign(version, actor.actingFor.id, today)
          }
          today={today}
        />
      ),
    })
  },
)

/** The version before one, and what each says. */
function beforeOf({ versions }: Agreement, version: Version) {
  const before = versions.find(({ number }) => number < version.number)
  return before && { number: before.number, said: compared(before.text, version.text) }
}

type Signer = {
  collaboration: Collaboration
  agreement: Agreement
  version: Version
  actor: Speaker
  form: FormState
}

const signingPage = ({ collaboration, agreement, version, actor, form }: Signer) =>
  page({
    title: `Sign version ${version.number}: agreement on ${collaboration.plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={versionPath(collaboration.plan.slug, version.number)}>Back to the version</BackLink>,
    content: (
      <SigningPage
        slug={collaboration.plan.slug}
        version={version}
        before={beforeOf(agreement, version)}
        organisation={actor.actingFor.name}
        isLead={isLeadOf(actor, actor.actingFor.id)}
        form={form}
      />
    ),
  })

const signing: Route[] = [
  get(
    '/projects/:slug/collaboration/agreement/versions/:number/signature',
    { access: speakers, params: versionParams },
    async ({ db, clock, actor, params }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const { agreement, version } = await findVersion(db, actor, params)
      if (!canSign(version, actor.actingFor.id, londonDay(clock.now())))
        return redirect(versionPath(params.slug, params.number))
      return signingPage({ collaboration, agreement, version, actor, form: freshForm() })
    },
  ),
  post(
    '/projects/:slug/collaboration/agreement/versions/:number/signature',
    { access: speakers, params: versionParams, form: signForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const { agreement, version } = await findVersion(db, actor, params)
      if (!form.value) {
        if (!canSign(version, actor.actingFor.id, londonDay(clock.now())))
          throw failure(
            'conflict',
            'This version is signed by your organisation already, or no longer waits.',
          )
        return signingPage({ collaboration, agreement, version, actor, form })
      }
      const { may, ...said } = form.value
      await signVersion(db, clock, actor, { collaboration, number: params.number, ...said })
      return redirect(versionPath(params.slug, params.number), { done: 'agreement-signed' })
    },
  ),
]

const ending: Route[] = [
  get(
    '/projects/:slug/collaboration/agreement/versions/:number/ending',
    { access: speakers, params: versionParams },
    async ({ db, actor, params }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const { version } = await findVersion(db, actor, params)
      if (version.state !== 'agreed') return redirect(versionPath(params.slug, params.number))
      return page({
        title: `Has the agreement ended? ${collaboration.plan.said.title}`,
        unlisted: true,
        way: <BackLink href={versionPath(params.slug, params.number)}>Back to the version</BackLink>,
        content: (
          <EndingPage
            collaboration={collaboration}
            number={params.number}
            organisation={actor.actingFor.name}
            isLead={isLeadOf(actor, actor.actingFor.id)}
          />
        ),
      })
    },
  ),
  post(
    '/projects/:slug/collaboration/agreement/versions/:number/ending',
    { access: speakers, params: versionParams, perMinute },
    async ({ db, clock, actor, params }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      await endVersion(db, clock, actor, { collaboration, number: params.number })
      return redirect(versionPath(params.slug, params.number), { done: 'agreement-ended' })
    },
  ),
]

export const versionRoutes: Route[] = [overview, reading, ...signing, ...ending]
