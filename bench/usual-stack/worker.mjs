import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import nunjucks from 'nunjucks'
import pino from 'pino'
import { saidOfOne } from '#features/stances/stance.ts'
import { stanceTaken, startQueue } from './jobs.mjs'
import { findTakenStance, listAddresses } from './stance-queries.mjs'

const log = pino()
const { BASE_URL: baseUrl, MAIL_FROM: from = 'Pipeline <pipeline@localhost>', SMTP_URL } = process.env
const transport = createTransport(SMTP_URL)

const folder = join(import.meta.dirname, 'views', 'mail')
const html = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder))
const text = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), { autoescape: false })

/** Tells those who raised a problem that another organisation has said where it stands. */
async function tellOwner(stanceId) {
  const stance = await findTakenStance(stanceId)
  const words = { ...stance, said: saidOfOne[stance.says], baseUrl }
  const subject = `${stance.organisation} ${words.said}: ${stance.title}`
  for (const to of await listAddresses(stance.owner_id)) {
    await transport.sendMail({
      from,
      to,
      subject,
      text: text.render('stance-taken.txt', words),
      html: html.render('stance-taken.njk', { ...words, subject }),
    })
    log.info({ stanceId }, 'mail sent')
  }
}

const boss = await startQueue({ isWorker: true })
// As often as Pipeline's worker looks, and as many as have come meanwhile.
await boss.work(stanceTaken, { pollingIntervalSeconds: 1, batchSize: 50 }, async jobs => {
  for (const { data } of jobs) await tellOwner(data.stanceId)
})
process.on('SIGTERM', async () => {
  await boss.stop({ graceful: false })
  process.exit(0)
})
