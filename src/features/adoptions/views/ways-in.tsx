import type { Asset } from '#features/assets/index.ts'
import { askPath } from '#features/introductions/index.ts'
import { budgetBandLabels } from '#features/project-plans/index.ts'
import { formatDate } from '#ui/date.ts'
import { Facts } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { effortOf } from '../figures.ts'
import type { Adoption } from '../queries.ts'

interface WaysInProps {
  asset: Asset
  /** Those that count. */
  adoptions: Adoption[]
  /** Whether the reader may ask to meet somebody. */
  mayAsk: boolean
  /** The reader belongs to whoever shares it. */
  isOwn: boolean
}

export const WaysIn = (props: WaysInProps) => (
  <>
    <HowToRun {...props} />
    <WhoHelps {...props} />
    <WhatItTook {...props} />
  </>
)

const documentationOf = ({ publiccode }: Asset) =>
  publiccode &&
  Object.values(publiccode.description).find(({ documentation }) => documentation)?.documentation

const HowToRun = ({ asset }: WaysInProps) => {
  const documentation = documentationOf(asset)
  return (
    <>
      <h3 class="govuk-heading-s">How to start with it</h3>
      {asset.how_to && <Paragraphs text={asset.how_to} />}
      {documentation && (
        <p class="govuk-body">
          <Link href={documentation} rel="nofollow ugc">
            Read its documentation
          </Link>
        </p>
      )}
      {!asset.how_to && !documentation && (
        <p class="govuk-body">
          {asset.organisation.name} has not said. <Link href={asset.address}>Look at the thing itself</Link>,
          or ask.
        </p>
      )}
    </>
  )
}

const WhoHelps = ({ asset, adoptions, mayAsk, isOwn }: WaysInProps) => {
  const talkers = adoptions.filter(({ talks }) => talks)
  const contractors = asset.publiccode?.maintenance.contractors ?? []
  return (
    <>
      <h3 class="govuk-heading-s">Who helps</h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {asset.organisation.name}, which shares it
          {mayAsk && !isOwn && (
            <>
              :{' '}
              <Link href={askPath({ kind: 'asset', id: asset.id })} rel="nofollow">
                ask to meet them
              </Link>
            </>
          )}
        </li>
        {talkers.map(({ id, adopter }) => (
          <li key={id}>
            {adopter.name}, which took it on and would talk about it
            {mayAsk && (
              <>
                :{' '}
                <Link href={askPath({ kind: 'adoption', id })} rel="nofollow">
                  ask to meet them<span class="govuk-visually-hidden"> ({adopter.name})</span>
                </Link>
              </>
            )}
          </li>
        ))}
        {contractors.map(({ name, until }) => (
          <li key={name}>
            {name}, contracted to keep it up until {formatDate(until)}, as its publiccode.yml says
          </li>
        ))}
      </ul>
    </>
  )
}

const WhatItTook = ({ adoptions }: WaysInProps) => {
  const { days, cost } = effortOf(adoptions)
  if (!days && !cost) return null
  return (
    <>
      <h3 class="govuk-heading-s">What it took others</h3>
      <Facts
        facts={[
          ...(days
            ? [
                {
                  figure: countOf(days.middle, 'day'),
                  meaning:
                    days.count === 1
                      ? 'of work, as 1 organisation says'
                      : `of work in the middle of ${days.count} organisations, from ${formatCount(days.least)} to ${formatCount(days.most)}`,
                },
              ]
            : []),
          ...(cost
            ? [
                {
                  figure: budgetBandLabels[cost.band],
                  meaning:
                    cost.count === 1
                      ? 'paid to others, as 1 organisation says'
                      : `paid to others, in the middle of ${cost.count} organisations`,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
