import type { Clause } from './clause.ts'
import { clausesOnDeciding } from './clauses-on-deciding.ts'
import { clausesOnEffort } from './clauses-on-effort.ts'
import { clausesOnOwning } from './clauses-on-owning.ts'

/** Every clause that can stand in an agreement beside what the partners resolved, in the order in which it is read. */
export const clauseLibrary: Clause[] = [...clausesOnOwning, ...clausesOnEffort, ...clausesOnDeciding]

const byKey = new Map(clauseLibrary.map(clause => [clause.key, clause]))

export const clauseOf = (key: string): Clause | undefined => byKey.get(key)
