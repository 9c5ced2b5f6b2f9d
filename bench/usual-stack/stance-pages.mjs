import { csrfSync } from 'csrf-sync'
import { urlencoded } from 'express'
import { body, matchedData, validationResult } from 'express-validator'
import { offers, sayings, sizes, urgencies } from '#features/stances/stance.ts'
import { several } from './addresses.mjs'
import { stanceTaken } from './jobs.mjs'
import { findOpenProblem, findStance, saveStance } from './stance-queries.mjs'

const { costBands } = JSON.parse(process.env.FRAME)

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: request => request.body._csrf,
})

const text = (name, most) =>
  body(name)
    .default('')
    .trim()
    .isLength({ max: most })
    .withMessage(`Shorten it to ${most.toLocaleString('en-GB')} characters or fewer`)
const choice = (name, values) => body(name).optional({ values: 'falsy' }).isIn(values)
const story = (name, says, missing) =>
  body(name).if(body('says').equals(says)).trim().notEmpty().withMessage(missing)

const rules = [
  body('says').isIn(sayings).withMessage('Choose what is true of your organisation'),
  story('how', 'fixed-it', 'Say in a sentence or two how you fixed it'),
  story('why', 'tried-and-stopped', 'Say in a sentence or two why you stopped'),
  text('how', 1000),
  text('why', 1000),
  text('affected', 200),
  text('note', 1000),
  choice('size', sizes),
  choice('cost', Object.keys(costBands)),
  choice('urgency', urgencies),
  body('offers')
    .customSanitizer(several)
    .customSanitizer(given => given.filter(value => offers.includes(value))),
]

const wordFrom = ({ says, how, why, affected, size, cost, urgency, offers, note }) => ({
  says,
  story: (says === 'fixed-it' && how) || (says === 'tried-and-stopped' && why) || null,
  affected: affected || null,
  size: size || null,
  cost: cost || null,
  urgency: urgency || null,
  offers,
  note: note || null,
})

const showForm = (request, response, { problem, typed, errors = [] }) =>
  response.render('stance-form', {
    title: `${request.person.actingFor.name} and this problem`,
    path: request.path,
    organisation: request.person.actingFor.name,
    problem,
    typed,
    errors: Object.fromEntries(errors.map(({ path, msg }) => [path, msg])),
    errorList: errors.map(({ path, msg }) => ({ text: msg, href: `#${path}` })),
    csrfToken: generateToken(request),
  })

const isSpeaker = (request, response, next) =>
  request.person?.actingFor ? next() : response.redirect(303, '/sign-in')

async function loadProblem(request, response, next) {
  response.locals.problem = await findOpenProblem(request.params.slug)
  next(response.locals.problem ? undefined : 'route')
}

async function openForm(request, response) {
  const { problem } = response.locals
  const stance = await findStance(problem.id, request.person.actingFor.id)
  showForm(request, response, { problem, typed: stance?.word ?? {} })
}

const take = boss => async (request, response) => {
  const { problem } = response.locals
  const { person } = request
  const errors = validationResult(request).array({ onlyFirstError: true })
  if (errors.length > 0) {
    response.status(422)
    return showForm(request, response, { problem, typed: request.body, errors })
  }
  const word = wordFrom(matchedData(request))
  const said = { problemId: problem.id, organisationId: person.actingFor.id, personId: person.id, word }
  await saveStance(said, (stanceId, db) => boss.send(stanceTaken, { stanceId }, { db }))
  response.redirect(303, `/problems/${problem.slug}/stances/${person.actingFor.slug}`)
}

export function addStancePages(app, boss) {
  app.get('/problems/:slug/stance', isSpeaker, loadProblem, openForm)
  app.post(
    '/problems/:slug/stances',
    urlencoded({ extended: false }),
    csrfSynchronisedProtection,
    isSpeaker,
    rules,
    loadProblem,
    take(boss),
  )
}
