import { onTestFinished, vi } from 'vitest'
import meaning from '#features/meaning/feature.ts'
import { embedTexts, type TextOf } from '#features/meaning/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { readConfig } from '#plumbing/config.ts'
import type { Db } from '#plumbing/database/database.ts'
import { createSite, defineFeature } from '#plumbing/feature.ts'
import { enqueueSchedules, runDue } from '#plumbing/jobs.ts'
import { handClock, silentLog, testDatabase } from './support.ts'

export const bins: TextOf = {
  id: 'bins',
  title: 'Nobody knows why a bin was missed',
  text: 'Residents ring us because their rubbish was left. The crew wrote down why, on paper that comes a day later.',
}
export const badges: TextOf = {
  id: 'badges',
  title: 'Blue Badges take months',
  text: 'People with a hidden disability are refused, and win when they write again.',
}
export const refuse =
  'Callers ask about waste that was not collected, and advisers cannot see what the lorry did.'

/** A site of things whose texts a test has in its hand, on a database where nothing else is embedded. */
export async function thingsWithText(settings: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ EMBEDDER: 'local', ...settings })) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  // A question waits for some seconds at most, and a busy machine takes longer to load the model.
  await embedTexts(['Ready?'])
  const db = await testDatabase()
  const clock = handClock()
  const texts = new Map<string, TextOf>()
  const things = defineFeature({
    name: 'things',
    dependsOn: ['meaning'],
    embeddables: [() => [{ kind: 'thing', texts: async (_, ids) => ids.flatMap(id => texts.get(id) ?? []) }]],
  })
  const site = createSite([meaning, things])
  const context = { db, site, clock, config: readConfig({}), log: silentLog }
  const happened = (trx: Db, id: string) =>
    recordActivity(trx, clock, {
      kind: 'thing.happened' as never,
      subject: { kind: 'thing', id },
      actor: { kind: 'system' },
      detail: {} as never,
    })
  return {
    ...context,
    /** Says something new of a thing, or with only an id takes it away, and lets the worker work. */
    say: async (...said: (TextOf | Pick<TextOf, 'id'>)[]) => {
      for (const thing of said) {
        if ('text' in thing) texts.set(thing.id, thing)
        else texts.delete(thing.id)
        await happened(db, thing.id)
      }
      await runDue(context)
    },
    runSchedules: async () => {
      await enqueueSchedules(context)
      await runDue(context)
    },
  }
}
