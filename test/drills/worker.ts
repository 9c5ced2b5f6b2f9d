// A worker of the drill site, run as a process of its own to be killed.
import pino from 'pino'
import { systemClock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import { openDatabase } from '#plumbing/database/database.ts'
import { createSite } from '#plumbing/feature.ts'
import { startWorker } from '#plumbing/jobs.ts'
import drill from './drill-feature.ts'

const config = readConfig(process.env)
const log = pino({ level: 'fatal' })
const { db } = await openDatabase({ databaseUrl: config.DATABASE_URL, poolSize: 2 })
startWorker({ db, site: createSite([drill]), clock: systemClock, config, log }, 50)
