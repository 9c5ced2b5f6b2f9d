import { resolveOrganisationTyped } from '#features/organisations/index.ts'
import {
  fileAtMost,
  type Publiccode,
  readPubliccode,
  sayFinding,
} from '#features/publiccode-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { ForeseenRow, ImportFormat, RowToWrite, WritingContext, WrittenRow } from '#plumbing/import.ts'
import { repositoryOf } from './asset.ts'
import { readOf } from './brought-file.ts'
import { takeIn } from './file-actions.ts'
import { findOfRepository } from './queries.ts'

/** What the file says, under the standard's own names, and for which organisation it was brought. */
type Row = Publiccode & { forOrganisation?: string }

const tooLarge = `The file is larger than ${fileAtMost / 1024} kB`
const nobody = 'Say whose it is: --organisation with a code or name'

async function organisationOf(db: Db, whose: string | undefined): Promise<string | undefined> {
  if (!whose) return undefined
  const { match } = await resolveOrganisationTyped(db, whose)
  if (!match) throw failure('invalid', `There is no organisation “${whose}”.`)
  return match.id
}

async function writeOne(
  trx: Db,
  { forOrganisation: organisationId, ...said }: Row,
  { clock, actor }: WritingContext,
): Promise<WrittenRow> {
  if (!organisationId) return { refusal: nobody }
  const read = readOf(said as Publiccode, [])
  if ('refusals' in read) return { refusal: nobody }
  const { id, outcome } = await takeIn(trx, clock, actor, { ...read, organisationId })
  return { subjectId: id, outcome }
}

async function foreseeOne(db: Db, { forOrganisation: organisationId, url }: Row): Promise<ForeseenRow> {
  if (!organisationId)
    return { outcome: 'added', remarks: ['No organisation was named: this is only a reading'] }
  const asset = await findOfRepository(db, organisationId, repositoryOf(url))
  return { outcome: asset ? 'changed' : 'added' }
}

const inTurn = async <In, Out>(items: In[], work: (item: In) => Promise<Out>): Promise<Out[]> => {
  const done: Out[] = []
  for (const item of items) done.push(await work(item))
  return done
}

/** The publiccode.yml of one piece of software; `whose` is the organisation that shares it, not needed to look only. */
export const publiccodeFormat: ImportFormat<Row> = {
  format: 'publiccode',
  describes: 'publiccode.yml 0.2 to 0.7 of software that an organisation (--organisation) shares',
  async *read(file, { db, whose }) {
    const forOrganisation = await organisationOf(db, whose)
    if (file.size > fileAtMost) {
      yield { line: 1, refusal: tooLarge }
      return
    }
    const read = readPubliccode(Buffer.concat(await Array.fromAsync(file.pieces())))
    const notes = read.notes.map(note => `line ${note.line}: ${sayFinding(note)}`)
    if (read.said) {
      yield { line: 1, row: { ...read.said, ...(forOrganisation && { forOrganisation }) }, remarks: notes }
      return
    }
    for (const finding of read.refusals)
      yield {
        line: finding.line,
        refusal: sayFinding(finding),
        read: finding.key ? { key: finding.key, stands: finding.stands } : undefined,
      }
  },
  key: ({ url, forOrganisation }) => `${forOrganisation ?? ''} ${repositoryOf(url)}`.trim(),
  write: (trx, rows: RowToWrite<Row>[], context) => inTurn(rows, ({ row }) => writeOne(trx, row, context)),
  foresee: (db, rows) => inTurn(rows, ({ row }) => foreseeOne(db, row)),
}
