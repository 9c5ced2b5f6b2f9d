import { listRings } from '#features/search/ring-queries.ts'
import { ringPath } from '#features/search/synonym-ring.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf } from '#plumbing/secrets.ts'
import { adoptIn } from '#test/adopting.ts'
import { askOwner } from '#test/asked-review.ts'
import { planForSome, planMilestones } from '#test/brought-plan.ts'
import { bringRegister, kennels } from '#test/brought-register.ts'
import { introduce } from '#test/introducing.ts'
import { addChannels, keepForOrganisation, keepSearch } from '#test/kept-search.ts'
import { makeAgreements } from '#test/made-agreements.ts'
import { fillCanvas } from '#test/made-canvas.ts'
import { makeCollaborations } from '#test/made-collaborations.ts'
import { insertContracts, wasteWindow } from '#test/made-contracts.ts'
import { makeHandover } from '#test/made-handover.ts'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { insertSignedIn } from '#test/people.ts'
import { beginPlan, publishPlan, trust } from '#test/planning.ts'
import { answerIdsOf, askIn } from '#test/questioning.ts'
import { draftProblem, raiseProblem } from '#test/raised-problems.ts'
import { bringPubliccode, shareIn } from '#test/sharing.ts'
import { stopMailOf } from '#test/stopped-mail.ts'
import type { openApp } from '#test/support.ts'
import { elsewhere, home } from './standings.ts'

type App = Awaited<ReturnType<typeof openApp>>

/** One thing of each kind that a route can be about, as paths; all of the home organisation unless their name says else. */
export type World = Awaited<ReturnType<typeof makeWorld>>

const linkToken = 'k'.repeat(43)

/** Makes the world by the door, as its people would. */
export async function makeWorld(app: App) {
  const { db, clock } = app
  const lead = await app.signedIn({ of: home, role: 'lead', name: 'Robin Ashdown' })
  const other = await app.signedIn({ of: elsewhere, role: 'lead' })
  await trust(app, lead)
  await trust(app, other)

  const problem = await raiseProblem(lead)
  const sectorProblem = await raiseProblem(lead, { visibility: { visibility: 'public-sector' } })
  const ownProblem = await raiseProblem(lead, { visibility: { visibility: 'partners' } })
  const problemElsewhere = await raiseProblem(other)
  const problemDraft = await draftProblem(lead)
  await app.drain()
  const curator = await app.signedIn({ duties: ['curator'] })
  const proposed = await curator.post(`${await raiseProblem(lead)}/merge`, {
    other: problem,
    stays: 'other',
    reason: 'The same words.',
  })

  const plan = await publishPlan(app, lead)
  const planDraft = await beginPlan(lead)
  await lead.post(`${plan.address}/updates`, { text: 'We began.', said_on: '20 November 2026' })
  const update = await db.selectFrom('plan_update').select('id').executeTakeFirstOrThrow()
  const asking = await publishPlan(app, other, { partners: ['Leeds City Council'] })
  const { id: request } = await db
    .selectFrom('plan_partner')
    .select('id')
    .where('organisation_id', '=', lead.organisationId!)
    .executeTakeFirstOrThrow()

  const milestones = await planMilestones(db, lead, plan.address)
  const forSector = await planForSome(app, lead, 'public-sector')
  const forPartners = await planForSome(app, lead, 'partners')

  const { id: problemId } = await db
    .selectFrom('problem')
    .select('id')
    .where('slug', '=', problem.replace('/problems/', ''))
    .executeTakeFirstOrThrow()
  const askAbout = `/questions/new?of=problem&id=${problemId}`
  const question = await askIn(other, askAbout, 'How did you count them?')
  await lead.post(`${question}/answers`, { words: 'By the log of the crews.' })
  const [answerId] = await answerIdsOf(db, question)
  const visitor = app.freshBrowser()
  await visitor.get('/sign-in')
  await visitor.post('/report', { kind: 'problem', id: problemId, reason: 'wrong' })

  const asker = await app.signedIn({})
  await asker.post(`/organisations/${home}/people`)
  const memberships = await db
    .selectFrom('membership')
    .select(['id', 'state', 'person_id'])
    .where('organisation_id', '=', lead.organisationId!)
    .execute()
  const colleague = await insertSignedIn(db, clock, { of: home })
  const confirmed = await db
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', colleague.personId)
    .executeTakeFirstOrThrow()

  const hazardousWaste = 850
  await insertContracts(db, clock, wasteWindow(hazardousWaste))

  const contractFile = await bringRegister(lead)
  await lead.post(`${contractFile}/taking-in`, { which: 'good' })
  const { id: contractId } = await db
    .selectFrom('contract')
    .select('id')
    .where('title', '=', kennels)
    .executeTakeFirstOrThrow()

  const ownProduct = await giveProduct(db, lead.organisationId!)
  await lead.post(`${ownProduct.path}/reply`, { words: 'The new release does that.' })
  await lead.post(ownProduct.replyPath, { words: 'They run the release of last year.' })
  const { id: wording } = await db
    .selectFrom('supplier_reply_version')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow()

  const kept = await keepSearch(db, clock, lead)
  const channels = await addChannels(db, clock, lead)
  const keptByLeeds = await keepForOrganisation(db, clock, lead)
  const asked = await askOwner(db, clock, problem)
  const idOf = async (path: string) =>
    (
      await db
        .selectFrom('problem')
        .select('id')
        .where('slug', '=', path.replace('/problems/', ''))
        .executeTakeFirstOrThrow()
    ).id
  const both = { asker: lead, asked: other }
  const open = { ...both, problemId: await idOf(problemElsewhere), isAgreed: false }
  const introduction = await introduce(db, open)
  const toAgree = { ...both, problemId: await idOf(await raiseProblem(other)), isAgreed: true }
  const agreed = await introduce(db, toAgree)

  const handover = await makeHandover(db, clock, {
    organisationId: lead.organisationId!,
    leaverId: (await insertSignedIn(db, clock, { of: home })).personId,
    heirId: colleague.personId,
    draft: await draftProblem(lead),
  })

  const reviewed = '/tools/slack'
  const looked = { version: 'In the browser', reviewed_on: '20 November 2026', rating: '4' }
  await lead.post(`${reviewed}/reviews/new`, { ...looked, found: 'Guests came in.' })
  const toolReview = await db.selectFrom('tool_review').select('id').executeTakeFirstOrThrow()

  const shorter = { title: 'Networking', summary: 'In short.', words: 'Ask.', revision: '0' }
  await curator.post('/guides/networking/edit', shorter)
  await curator.post('/guides/show-and-tell/withdrawal', { reason: 'Out of date.', version: '1' })

  const together = await makeCollaborations(app, { of: home, partner: 'surrey-county-council' })
  const agreements = await makeAgreements(app, {
    own: lead,
    other: 'surrey-county-council',
    path: together.collaboration,
    openPath: together.openCollaboration,
  })
  const canvas = await fillCanvas(app, together.collaboration, { own: lead, other: 'surrey-county-council' })

  const asset = await shareIn(lead)
  const assetElsewhere = await shareIn(other, { title: 'Slots of others' })
  await adoptIn(lead, assetElsewhere)
  const assetFile = await bringPubliccode(lead)

  const now = clock.now()
  await db
    .insertInto('sign_in')
    .values({
      id: newId(),
      email: 'someone@example.gov.uk',
      link_hash: hashOf(linkToken),
      code_hash: hashOf('no code'),
      browser_hash: hashOf('no browser'),
      next_path: '/my',
      created_at: now,
      ends_at: new Date(now.getTime() + 900_000),
    })
    .execute()
  return {
    asset,
    assetElsewhere,
    assetFile,
    signInLink: `/sign-in/link/${linkToken}`,
    problem,
    sectorProblem,
    ownProblem,
    problemElsewhere,
    problemDraft,
    plan: plan.path,
    project: plan.address,
    planDraft,
    update: `${plan.address}/updates/${update.id}`,
    projectElsewhere: asking.address,
    milestone: milestones.milestone,
    milestoneFile: milestones.file,
    milestonePreview: milestones.preview,
    sectorProject: forSector.project,
    sectorUpdate: forSector.update,
    ownProject: forPartners.project,
    ownUpdate: forPartners.update,
    problemMerge: String(proposed.headers.location).replace(/\?.*/, ''),
    moderationCase: `/moderation/cases/problem/${problemId}`,
    opportunity: await insertOpportunity(db, clock, 'published'),
    contract: `/contracts/${contractId}`,
    contractFile,
    contractPreview: await bringRegister(lead),
    contractWindow: `/horizon/service-${hazardousWaste}/2027-03-31`,
    proposal: await insertOpportunity(db, clock, 'proposed'),
    partnerRequest: `/partner-requests/${request}`,
    requestedMembership: `/memberships/${memberships.find(({ state }) => state === 'requested')?.id}`,
    membership: `/memberships/${confirmed.id}`,
    person: `/people/${colleague.personId}`,
    product: ownProduct.path,
    productAtCouncil: ownProduct.replyPath,
    supplierReply: `/replies/${wording}`,
    subscription: `/my/subscriptions/${kept.id}`,
    hook: channels.hook,
    ownFeed: `${channels.feed}.atom`,
    ownCalendar: `${channels.feed}.ics`,
    subscriptionOfOrganisation: keptByLeeds.path,
    hookOfOrganisation: keptByLeeds.hook,
    mailboxInMail: keptByLeeds.link,
    confirmationInMail: await stopMailOf(db, clock, colleague.personId),
    linkInMail: `/from-mail/${kept.secret}`,
    subscriptionInMail: `/from-mail/${kept.secret}/${kept.id}`,
    askAbout,
    askAboutOwn: `/questions/new?of=problem&id=${await idOf(ownProblem)}`,
    question,
    questionAnswer: `/question-answers/${answerId}`,
    askToMeet: `/introductions/new?of=problem&id=${toAgree.problemId}`,
    introduction: introduction.path,
    introductionInMail: introduction.link,
    introductionAgreed: agreed.path,
    agreedInMail: agreed.link,
    handover: handover.path,
    handoverInMail: handover.link,
    guide: '/guides/networking',
    guideVersion: '/guides/state-a-problem/versions/1',
    withdrawnGuide: '/guides/show-and-tell',
    template: '/guides/problem-statement',
    review: `/reviews/${asked.id}`,
    reviewInMail: `/still-true/${asked.secret}/still-true`,
    supplier: '/organisations/dxw',
    tool: reviewed,
    toolReview: `/tool-reviews/${toolReview.id}`,
    ...together,
    ...agreements,
    ...canvas,
    synonymRing: ringPath((await listRings(db))[0]!.id),
  }
}

/** Makes an organisation the supplier of a product that somebody else runs. */
async function giveProduct(db: Db, supplierId: string) {
  const { id, slug, system } = await db
    .selectFrom('product')
    .innerJoin('system', 'system.product_id', 'product.id')
    .select(['product.id', 'product.slug', 'system.id as system'])
    .where('product.slug', '=', 'service-builder')
    .executeTakeFirstOrThrow()
  await db.updateTable('product').set({ supplier_id: supplierId }).where('id', '=', id).execute()
  return { path: `/products/${slug}`, replyPath: `/products/${slug}/reply/${system}` }
}
