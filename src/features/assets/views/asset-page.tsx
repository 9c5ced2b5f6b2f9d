import type { ComponentChildren } from 'preact'
import { ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { ServiceLink } from '#features/services/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import { type Asset, assetPath, kindLabels } from '../asset.ts'
import type { AssetPanel } from '../asset-panels.ts'
import type { ShownOrigin } from '../origin-queries.ts'
import { PubliccodeFacts } from './publiccode-facts.tsx'

interface AssetPageProps {
  asset: Asset
  origins: ShownOrigin[]
  /** Said first: that nobody has confirmed it for long. */
  notice: ComponentChildren
  /** What members of its organisation can do to keep it true. */
  forMembers: ComponentChildren
  panels: AssetPanel[]
  /** Who looks at it belongs to the organisation that published it. */
  isOwn: boolean
}

export const AssetPage = ({ asset, origins, notice, forMembers, panels, isOwn }: AssetPageProps) => {
  const { title, organisation, service_id, service, hidden } = asset
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{kindLabels[asset.kind]} to reuse</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <MetaLine
          who={<OrganisationLink {...organisation} />}
          items={[service_id && service && <ServiceLink id={service_id} name={service} />, asset.licence]}
        />
        {hidden && <WithheldNotice {...hidden} />}
        <Withdrawn asset={asset} />
        {notice}
        <Paragraphs text={asset.purpose} />
        <p class="govuk-body">
          <Link href={asset.address} rel="nofollow ugc">
            {asset.address.replace(/^https:\/\//, '').replace(/\/$/, '')}
          </Link>
        </p>
        {panels
          .filter(({ side }) => !side)
          .map(panel => (
            <section key={panel.title}>
              <SectionHeading lead={panel.lead}>{panel.title}</SectionHeading>
              {panel.content}
            </section>
          ))}
        <PubliccodeFacts asset={asset} />
        <SourceLine name={`published by ${organisation.name}`} date={londonDay(asset.published_at)} />
        <ReportLink kind="asset" id={asset.id} />
      </Column>
      <Column share="one-third">
        {isOwn && <OwnActs asset={asset} />}
        {forMembers}
        {panels
          .filter(({ side }) => side)
          .map(panel => (
            <Aside key={panel.title} title={panel.title}>
              {panel.content}
            </Aside>
          ))}
        <About asset={asset} origins={origins} />
      </Column>
    </Row>
  )
}

type OfAsset = { asset: Asset }

/** Says first that it was withdrawn, and why. */
const Withdrawn = ({ asset: { closed_at, closing_note, organisation } }: OfAsset) =>
  closed_at && closing_note ? (
    <InsetText>
      <p class="govuk-body">
        <strong>Withdrawn on {formatDate(londonDay(closed_at))}</strong> by {organisation.name}. The reason
        given:
      </p>
      <Paragraphs text={closing_note} />
    </InsetText>
  ) : null

const About = ({ asset, origins }: OfAsset & { origins: ShownOrigin[] }) => (
  <Aside title="About it">
    <FactPairs
      facts={[
        ['Licence', asset.licence ?? 'None said: ask before you use it'],
        [
          'Release',
          [asset.release, asset.released_on && formatDate(asset.released_on)].filter(Boolean).join(', '),
        ],
        ['Service area', asset.area],
        ['Last changed', asset.version > 1 && formatDate(londonDay(asset.changed_at))],
      ]}
    />
    {origins.length > 0 && (
      <>
        <p class="govuk-body govuk-!-margin-bottom-1">It comes from:</p>
        <ul class="govuk-list">
          {origins.map(({ kind, title, path }) => (
            <li key={path}>
              the {kind} <Link href={path}>{title}</Link>
            </li>
          ))}
        </ul>
      </>
    )}
  </Aside>
)

const OwnActs = ({ asset }: OfAsset) => {
  const path = assetPath(asset.slug)
  return (
    <Aside title="Your organisation shares this">
      {asset.state === 'withdrawn' ? (
        <ButtonForm action={`${path}/publication`} look="secondary">
          Publish it again
        </ButtonForm>
      ) : (
        <ul class="govuk-list">
          <li>
            <Link href={`${path}/words`}>Change what it says</Link>
          </li>
          <li>
            <Link href={`${path}/withdrawal`}>Withdraw it</Link>
          </li>
        </ul>
      )}
    </Aside>
  )
}
