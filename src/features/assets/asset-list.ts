import { z } from 'zod'
import { filledChoices, withChosen } from '#plumbing/choices.ts'
import { placeFields } from '#plumbing/keyset.ts'
import { type AssetKind, kindLabels, kinds } from './asset.ts'

export const facetNames = ['kind', 'area', 'licence'] as const
export type FacetName = (typeof facetNames)[number]

/** What a person may ask of the list, as it stands in the address. */
export const assetQuery = z.object({
  kind: filledChoices.transform(given => kinds.filter(kind => given.includes(kind))),
  area: filledChoices.transform(ids => ids.filter(id => /^\d{1,6}$/.test(id))),
  licence: filledChoices,
  use: filledChoices,
  ...placeFields,
})
export type AssetQuery = z.output<typeof assetQuery>

export type AssetFilters = Record<FacetName, string[]> & {
  /** Only these ids, where the list is narrowed otherwise. */
  among?: string[]
}

export const assetKey = z.tuple([z.iso.datetime().refine(moment => !moment.startsWith('0000')), z.guid()])

const titles: Record<FacetName, string> = { kind: 'What it is', area: 'Service area', licence: 'Licence' }

export type FacetCount = { facet: FacetName | 'all'; value: string; label: string | null; assets: number }

export const facetsOf = (counts: FacetCount[], filters: AssetFilters) =>
  facetNames.map(name => {
    const counted = counts.filter(({ facet }) => facet === name)
    const labels = new Map(counted.map(({ value, label }) => [value, label]))
    const said = (value: string) =>
      name === 'kind' ? kindLabels[value as AssetKind] : (labels.get(value) ?? value)
    const values = withChosen(
      counted.map(({ value, assets }) => ({ value, count: assets })),
      filters[name],
    ).map(row => ({ ...row, label: said(row.value) }))
    return {
      name,
      title: titles[name],
      values: values.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    }
  })
