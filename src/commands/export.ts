import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from '#plumbing/command.ts'
import { dataPackage, exportAsCsv, exportAsJson, licence, writeExport } from '#plumbing/export.ts'
import { failure } from '#plumbing/failures.ts'

const licenceText = (homepage: string) => `The tables in this folder are published by Pipeline (${homepage})
under the ${licence.title}:
${licence.path}

You may copy, publish, adapt and use them, also commercially, if you say where they come from.
Rows that came from other publishers name their source.
`

export const exportCommand: Command = {
  name: 'export',
  usage: 'FOLDER',
  does: 'writes all public data as CSV and JSON, with a description of every column',
  run: async ({ open, site, clock, config, say, print }, { words: [folder] }) => {
    if (!folder) throw failure('invalid', 'Say which folder: `pipeline export FOLDER`.')
    const { db } = await open()
    await mkdir(folder, { recursive: true })
    const resources = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async trx => {
        const written = []
        for (const table of site.slot('exports')) {
          const { name, describes: description, fields } = table
          const csv = await writeExport(exportAsCsv(trx, table), folder, `${name}.csv`)
          const json = await writeExport(exportAsJson(trx, table), folder, `${name}.json`)
          written.push({ name, description, fields, ...csv }, { name: `${name}-json`, description, ...json })
          say(name)
        }
        return written
      })
    const description = dataPackage(resources, { homepage: config.BASE_URL, created: clock.now() })
    await writeFile(join(folder, 'LICENCE.txt'), licenceText(config.BASE_URL))
    await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(description, null, 2)}\n`)
    print(`${folder}: ${resources.length} files`)
  },
}
