import { z } from 'zod'
import { barList, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { recordFacts } from './actions.ts'
import { listIdsByCode } from './queries.ts'
import { unknownCodes } from './unknown-codes.ts'

const domains = z.object({ code: requiredText, website_domain: barList, email_domains_2019: barList })

/** The domains that each council's staff have their addresses in, from the same file that lists them all. */
export const councilDomains: ImportFormat<z.output<typeof domains>> = {
  format: 'council-domains',
  describes: 'the domains of each council’s e-mail addresses (CSV of councils)',
  read: file => readCsv(file, domains, Object.keys(domains.shape)),
  key: row => row.code,
  write: async (trx, rows, context) => {
    const ids = await listIdsByCode(
      trx,
      rows.map(({ row }) => row.code),
    )
    const known = rows.filter(({ row }) => ids.has(row.code))
    const values = known.flatMap(({ row: { code, website_domain, email_domains_2019 } }) =>
      [...new Set([...website_domain, ...email_domains_2019])].map(domain => ({
        domain: domain.toLowerCase(),
        organisation_id: ids.get(code)!,
        source: context.source.name,
        source_as_of: context.source.asOf,
      })),
    )
    if (known.length > 0) {
      await trx
        .deleteFrom('organisation_domain')
        .where(
          'organisation_id',
          'in',
          known.map(({ row }) => ids.get(row.code)!),
        )
        .where('source', '=', context.source.name)
        .execute()
    }
    if (values.length > 0) {
      await trx
        .insertInto('organisation_domain')
        .values(values)
        .onConflict(conflict => conflict.doNothing())
        .execute()
      await recordFacts(trx, context, 'council-domains', known.length)
    }
    return rows.map(({ row: { code } }) =>
      ids.has(code) ? { subjectId: ids.get(code)! } : unknownCodes([code]),
    )
  },
}
