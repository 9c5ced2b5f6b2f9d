import { listServicesById } from '#features/services/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { SaidContract } from './said-contract.ts'
import { guessServices } from './service-guess-queries.ts'
import { openTitles, type ServiceLine, type ServiceQuestion } from './service-lines.ts'
import { listServicePhrases } from './service-queries.ts'

/** The lines of a file that can go in, in their order. */
export async function listServiceLines(db: Db, importId: string): Promise<ServiceLine[]> {
  const rows = await db
    .selectFrom('contract_import_line')
    .select(['position', 'line', 'said'])
    .where('import_id', '=', importId)
    .where('outcome', '=', 'ready')
    .orderBy('position')
    .execute()
  return rows.map(({ position, line, said }) => {
    const { title, description, cpv, service_as_published, service_id, service_from } = said as SaidContract
    return {
      position,
      line,
      title,
      description,
      cpv,
      department: service_as_published,
      service_id,
      service_from,
    }
  })
}

const questionsAtOnce = 20

/** The titles of a file whose service nobody knows, with what each could be for; the few that are asked at once. */
export async function listServiceQuestions(db: Db, lines: ServiceLine[]): Promise<ServiceQuestion[]> {
  const phrases = await listServicePhrases(db)
  const open = openTitles(lines)
  // What every part of a council uses needs no answer, so it is asked last.
  const asked = [
    ...open.filter(({ lines: [first] }) => !phrases.isGeneral(first!.title)),
    ...open.filter(({ lines: [first] }) => phrases.isGeneral(first!.title)),
  ].slice(0, questionsAtOnce)
  const titles = asked.flatMap(({ lines: [first] }) => (phrases.isGeneral(first!.title) ? [] : first!.title))
  const near = await guessServices(db, titles)
  const guessed = asked.map(({ lines: [first] }) => {
    const byMeaning = near.get(first!.title)?.id
    const byWords = phrases.listGuesses(first!)
    return byWords.length > 0 || byMeaning === undefined ? byWords : [byMeaning]
  })
  const names = await listServicesById(db, guessed.flat())
  return asked.map(({ key, lines: own }, at) => {
    const options = guessed[at]!.flatMap(id => names.get(id) ?? [])
    // Of several that a title names none is likelier.
    return { key, lines: own, options, guess: options.length === 1 ? options[0]!.id : null }
  })
}

/** The names of the services that lines were told. */
export const listLineServices = (db: Db, lines: { said: { service_id: number | null } | null }[]) =>
  listServicesById(
    db,
    lines.flatMap(({ said }) => said?.service_id ?? []),
  )
