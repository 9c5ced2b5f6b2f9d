import type { CommandContext } from '#plumbing/command.ts'
import { asFailure } from '#plumbing/failures.ts'
import type { Counts, ImportOptions, ReportLine } from '#plumbing/import.ts'

type Import = (onLine: (line: ReportLine) => void) => Promise<Counts>

/** Prints each line that was refused or remarked on as soon as it is known, and the sums. */
export async function printReport({ print }: CommandContext, { dryRun }: ImportOptions, run: Import) {
  const counts = await run(({ line, outcome, remarks }) => {
    if (outcome === 'refused' || remarks.length > 0)
      print(`line ${line}: ${outcome}${remarks.map(remark => `; ${remark}`).join('')}`)
  })
  const { added, changed, unchanged, refused } = counts
  print(
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused${dryRun ? ' (dry run: nothing was kept)' : ''}`,
  )
  return counts
}

/** Prints one JSON document, line by line as it comes. It is whole also when the import breaks off. */
export async function printJsonReport(
  { print }: CommandContext,
  { format, file, dryRun }: ImportOptions,
  run: Import,
) {
  let separator = ''
  print(`${JSON.stringify({ format, file: file.name, dryRun }).slice(0, -1)},"lines":[`)
  try {
    const counts = await run(line => {
      print(`${separator}${JSON.stringify(line)}`)
      separator = ','
    })
    print(`],"counts":${JSON.stringify(counts)}}`)
    return counts
  } catch (error) {
    print(`],"failure":${JSON.stringify(asFailure(error)?.message ?? 'it broke off')}}`)
    throw error
  }
}
