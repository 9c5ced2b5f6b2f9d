import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'
import nunjucks from 'nunjucks'
import pino from 'pino'
import { startQueue } from './jobs.mjs'
import { loadPerson, sessions } from './people.mjs'
import { projectList, projectPage } from './project-pages.mjs'
import { search } from './search-page.mjs'
import { addStancePages } from './stance-pages.mjs'
import { filters, globals } from './words.mjs'

const root = join(import.meta.dirname, '..', '..')
const isProduction = process.env.NODE_ENV === 'production'

const app = express()
app.set('view engine', 'njk')
app.set('trust proxy', true)

const views = nunjucks.configure(
  [join(import.meta.dirname, 'views'), join(root, 'node_modules', 'govuk-frontend', 'dist')],
  { autoescape: true, express: app, noCache: !isProduction },
)
for (const [name, filter] of Object.entries(filters)) views.addFilter(name, filter)
for (const [name, value] of Object.entries(globals)) views.addGlobal(name, value)

app.locals.baseUrl = process.env.BASE_URL ?? `http://localhost:${process.env.PORT}`
const { navigation, footer } = JSON.parse(process.env.FRAME)
app.locals.footer = footer

const log = pino()
app.use((request, response, next) => {
  const began = performance.now()
  response.on('finish', () => {
    const milliseconds = performance.now() - began
    log.info(
      { method: request.method, url: request.originalUrl, status: response.statusCode, milliseconds },
      'answered',
    )
  })
  next()
})
app.use((request, response, next) => {
  response.locals.cspNonce = randomBytes(16).toString('hex')
  response.locals.navigation = navigation.map(({ label, href }) => ({
    text: label,
    href,
    current: request.path === href,
    active: href !== '/' && request.path.startsWith(`${href}/`),
  }))
  next()
})
app.use(
  helmet({
    contentSecurityPolicy: {
      directives: { scriptSrc: ["'self'", (_request, response) => `'nonce-${response.locals.cspNonce}'`] },
    },
  }),
)
app.use(compression())
app.use('/assets', express.static(join(root, 'build', 'assets'), { immutable: true, maxAge: '365d' }))

app.use(sessions, loadPerson)

app.get('/projects', projectList)
app.get('/projects/:slug', projectPage)
app.get('/search', search)
addStancePages(app, await startQueue({ isWorker: false }))

app.use((_request, response) => response.status(404).render('not-found', { title: 'Page not found' }))

app.listen(Number(process.env.PORT), process.env.HOST)
