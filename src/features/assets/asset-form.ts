import { z } from 'zod'
import { licenceIn } from '#features/publiccode-reading/index.ts'
import { optionalDate, optionalText, requiredChoice, requiredText, type Typed, tick } from '#plumbing/form.ts'
import { webAddress } from '#plumbing/web-address.ts'
import { formatDate } from '#ui/date.ts'
import { type Asset, type AssetSaid, kinds } from './asset.ts'

export const mostWords = { title: 120, purpose: 1500, how_to: 3000, address: 500, release: 60, origins: 2000 }

const licence = optionalText(200).transform((typed, context) => {
  if (typed === null) return null
  const known = licenceIn(typed)
  if (known) return known
  context.addIssue({
    code: 'custom',
    message: 'Write the licence as SPDX does, such as MIT, OGL-UK-3.0, CC-BY-4.0 or “EUPL-1.2 OR MIT”',
  })
  return z.NEVER
})

const address = requiredText('Write the address where it is', mostWords.address).transform(
  (typed, context) => {
    const found = webAddress(typed)
    if (found?.startsWith('https:')) return found
    context.addIssue({ code: 'custom', message: 'Write an address that begins with https://' })
    return z.NEVER
  },
)

/** What may be typed of an asset. `seen` is the version that its writer had before them; `isScreened` that they were warned. */
export const assetForm = z
  .object({
    kind: requiredChoice(kinds, 'Choose what it is'),
    title: requiredText('Write what it is called', mostWords.title),
    purpose: requiredText('Write what it is for', mostWords.purpose),
    how_to: optionalText(mostWords.how_to),
    address,
    licence,
    release: optionalText(mostWords.release),
    released_on: optionalDate,
    for_service: optionalText(200),
    origins: optionalText(mostWords.origins),
    seen: z.coerce.number().int().nonnegative().catch(0),
    screened: tick,
  })
  .transform(({ for_service: service, origins, seen, screened: isScreened, ...said }) => ({
    said,
    service,
    origins: origins?.split(/\s+/).filter(Boolean) ?? [],
    seen,
    isScreened,
  }))

export type TypedAsset = z.output<typeof assetForm>

export const closingForm = z.object({ note: requiredText('Write why it is withdrawn', 1000) })

export const typedFrom = (asset: Asset, origins: string[]): Typed => ({
  kind: asset.kind,
  title: asset.title,
  purpose: asset.purpose,
  how_to: asset.how_to ?? '',
  address: asset.address,
  licence: asset.licence ?? '',
  release: asset.release ?? '',
  released_on: asset.released_on ? formatDate(asset.released_on) : '',
  for_service: asset.service ?? '',
  origins: origins.join('\n'),
})

export const textsOf = ({ title, purpose, how_to }: Pick<AssetSaid, 'title' | 'purpose' | 'how_to'>) => [
  { field: 'title', label: 'What it is called', text: title },
  { field: 'purpose', label: 'What it is for', text: purpose },
  { field: 'how_to', label: 'How to start with it', text: how_to },
]
