import { z } from 'zod'
import { resolveOrganisationCodes } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { barList, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { addNames, freeProductSlugs, insertProducts, replaceNames } from './stored-products.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'product.listed': { source: string }
    'product.changed': { what: 'facts' | 'systems' | 'name' | 'supplier' | 'reply' }
  }
}

const product = z.object({
  name: requiredText,
  other_names: barList,
  published_as: barList,
  describes: optionalText,
  supplier: optionalText,
})

/** Products by name. One that is known keeps its name and supplier: curators may have changed them since. */
export const products: ImportFormat<z.output<typeof product>> = {
  format: 'products',
  describes: 'products, what sources call them and whose they are (CSV)',
  read: file => readCsv(file, product, Object.keys(product.shape)),
  key: row => row.name,
  write: async (trx, rows, { source, clock, actor }) => {
    const suppliers = await resolveOrganisationCodes(
      trx,
      rows.flatMap(({ row }) => row.supplier ?? []),
    )
    const isUnknown = ({ supplier }: z.output<typeof product>) =>
      supplier !== null && !suppliers.has(supplier)
    const good = rows.filter(({ row }) => !isUnknown(row))
    const fresh = good.filter(({ subjectId }) => !subjectId)
    const slugs = await freeProductSlugs(
      trx,
      fresh.map(({ row }) => row.name),
    )
    const ids = new Map(good.map(each => [each, each.subjectId ?? newId()]))
    const idOf = (each: (typeof good)[number]) => ids.get(each)!
    if (fresh.length > 0)
      await insertProducts(
        trx,
        fresh.map((each, at) => ({
          id: idOf(each),
          slug: slugs[at]!,
          name: each.row.name,
          describes: each.row.describes,
          supplier_id: suppliers.get(each.row.supplier ?? '')?.id ?? null,
          source_name: source.name,
          source_as_of: source.asOf,
          created_at: clock.now(),
        })),
      )
    await addNames(
      trx,
      fresh.map(each => ({ productId: idOf(each), kind: 'own', name: each.row.name })),
    )
    await replaceNames(
      trx,
      [...ids.values()],
      ['published'],
      good.flatMap(each =>
        each.row.published_as.map(name => ({ productId: idOf(each), kind: 'published' as const, name })),
      ),
    )
    await addNames(
      trx,
      good.flatMap(each =>
        each.row.other_names.map(name => ({ productId: idOf(each), kind: 'other' as const, name })),
      ),
    )
    await recordActivities(
      trx,
      clock,
      good.map(each => {
        const subject = { kind: 'product', id: idOf(each) }
        return each.subjectId
          ? { kind: 'product.changed' as const, subject, actor, detail: { what: 'facts' as const } }
          : { kind: 'product.listed' as const, subject, actor, detail: { source: source.name } }
      }),
    )
    return rows.map(each =>
      isUnknown(each.row)
        ? { refusal: `there is no organisation ${each.row.supplier}` }
        : { subjectId: idOf(each) },
    )
  },
}
