import type { Command } from '#plumbing/command.ts'
import { bringUpToDate, seed as takeInSeeds } from './prepare.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  does: 'brings the database to the shape this version needs',
  run: async context => {
    await bringUpToDate(context, await context.open())
    context.say('the database is up to date')
  },
}

export const seedCommand: Command = {
  name: 'seed',
  usage: '',
  does: 'loads the reference data and content that ship with Pipeline, where they are not in yet',
  run: async context => {
    const database = await context.open()
    await bringUpToDate(context, database)
    await takeInSeeds(context, database)
    context.say('reference data and content are in')
  },
}
