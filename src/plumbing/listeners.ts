import type { JobContext } from './jobs.ts'

export type Listening = { says: string; stop(): Promise<void> }

declare module './feature.ts' {
  interface Slots {
    /** What waits for others to connect, beside the site, in each process that does jobs; null where it is not set up. */
    listeners: { start(context: JobContext): Promise<Listening | null> }
  }
}

/** Starts all that listens. A port that another process of this machine has is left to it. */
export async function startListeners(
  context: JobContext,
  say: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const started: Listening[] = []
  for (const { start } of context.site.slot('listeners')) {
    try {
      const listening = await start(context)
      if (listening) started.push(listening)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      say(`${(error as Error).message}: left to the process that has it`)
    }
  }
  for (const { says } of started) say(says)
  return { stop: async () => void (await Promise.all(started.map(({ stop }) => stop()))) }
}
