import type { Command } from '#plumbing/command.ts'
import { checkups, type Finding } from './checkups.ts'

const marks = { ok: 'ok   ', look: 'look ', wrong: 'WRONG' }

const lines = ({ what, state, says, todo }: Finding) => [
  `${marks[state]}  ${what}: ${says}`,
  ...(todo ? [`         ${todo}`] : []),
]

export const doctor: Command = {
  name: 'doctor',
  usage: '[--json]',
  does: 'checks configuration, database, jobs, mail, disk and clock, and says what to do',
  options: { json: { type: 'boolean' } },
  run: async (context, { values }) => {
    const findings: Finding[] = []
    for (const { what, look } of [...checkups, ...context.site.slot('checkups')]) {
      const found = await look(context)
      findings.push(...(Array.isArray(found) ? found : [found]).map(finding => ({ what, ...finding })))
    }
    if (values.json) context.print(JSON.stringify(findings, null, 2))
    else for (const line of findings.flatMap(lines)) context.print(line)
    if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
  },
}
