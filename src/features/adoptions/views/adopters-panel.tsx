import { type Asset, isFindableAsset } from '#features/assets/index.ts'
import { ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { budgetBandLabels } from '#features/project-plans/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import {
  type AdoptionState,
  adoptionAnchor,
  assetDataPath,
  ownAdoptionPath,
  stateWords,
} from '../adoption.ts'
import type { Adoption } from '../queries.ts'

interface AdoptersPanelProps {
  asset: Asset
  adoptions: Adoption[]
  /** What the reader's own organisation says. */
  own: Adoption | undefined
  /** The reader acts for whoever shares it, and cannot say that they took it on. */
  isOfMaker: boolean
}

const order: AdoptionState[] = ['live', 'trial', 'stopped', 'looking']

/** Who uses it first, and then who can say how it went. */
const inOrder = (adoptions: Adoption[]) =>
  adoptions.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))

export const AdoptersPanel = ({ asset, adoptions, own, isOfMaker }: AdoptersPanelProps) => (
  <>
    {adoptions.length === 0 && (
      <p class="govuk-body">
        Nobody has said yet that they took it on. If you did, others plan by what you say.
      </p>
    )}
    {inOrder(adoptions).map(adoption => (
      <Adopted key={adoption.id} adoption={adoption} />
    ))}
    {!isOfMaker && (isFindableAsset(asset) || own) && (
      <Button href={ownAdoptionPath(asset.slug)} class="govuk-button--secondary">
        {own ? 'Change what you say of it' : 'Say that you took it on'}
      </Button>
    )}
    {isFindableAsset(asset) && (
      <p class="govuk-body-s">
        <Link href={assetDataPath(asset.slug)}>This as data (JSON)</Link>
      </p>
    )}
  </>
)

const Adopted = ({ adoption }: { adoption: Adoption }) => {
  const { id, adopter, state, release, since, days, cost, took, why, saidAt, hidden, isExpired } = adoption
  return (
    <article class="app-row" id={adoptionAnchor(adopter.slug)}>
      <h3 class="app-row__title">
        <OrganisationLink {...adopter} />
      </h3>
      <MetaLine
        tag={isExpired ? 'Not confirmed for long' : undefined}
        items={[
          stateWords[state],
          release && `release ${release}`,
          since && `since ${formatDate(since)}`,
          days !== null && `${countOf(days, 'day')} of work`,
          cost && `${budgetBandLabels[cost]} paid to others`,
          `said on ${formatDate(londonDay(saidAt))}`,
        ]}
      />
      {hidden?.state === 'held' && <Tag>Waits for a curator</Tag>}
      {hidden?.state === 'withheld' && <WithheldNotice {...hidden} />}
      {took && <Paragraphs text={took} />}
      {why && <Paragraphs text={`Why it stopped: ${why}`} />}
      <ReportLink kind="adoption" id={id} what={`what ${adopter.name} says`} />
    </article>
  )
}
