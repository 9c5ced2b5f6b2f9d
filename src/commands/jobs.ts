import type { Command } from '#plumbing/command.ts'
import { listDeadJobs, retryDeadJobs } from '#plumbing/jobs.ts'

export const jobsCommand: Command = {
  name: 'jobs',
  usage: '[--retry [ID]]',
  does: 'shows jobs that were given up after twelve tries, or has them tried again',
  options: { retry: { type: 'boolean' } },
  run: async ({ open, clock, print }, { values, words: [id] }) => {
    const { db } = await open()
    if (values.retry) return print(`${await retryDeadJobs(db, clock, id)} jobs will be tried again`)
    const dead = await listDeadJobs(db)
    if (dead.length === 0) print('No job was given up.')
    for (const job of dead) print(`${job.id}  ${job.queue}  ${job.attempts} tries  ${job.last_error}`)
  },
}
