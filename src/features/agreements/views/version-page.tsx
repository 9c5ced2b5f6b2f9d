import { OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import { formatDate, formatMoment, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import {
  leftSince,
  missingFrom,
  type Signature,
  signingPath,
  stateWords,
  type Version,
  versionPath,
} from '../agreement.ts'
import type { compared } from '../agreement-text.ts'
import { partsOf } from '../canonical-text.ts'
import { bundlePath, checkCommands, evidencePath, textPath, wordPath } from '../downloads.ts'
import { keptYears } from '../keeping.ts'
import { sha256 } from '../signature-record.ts'
import { AgreementBody } from './agreement-body.tsx'
import { LeftWords } from './agreement-page.tsx'
import { Changes } from './changes.tsx'
import { Hash } from './hash.tsx'

interface VersionPageProps {
  slug: string
  version: Version
  before: { number: number; said: ReturnType<typeof compared> } | undefined
  isPartner: boolean
  joined: OrganisationName[]
  maySign: boolean
  today: string
}

/** A version: its text, who signed it, and how anyone checks that. */
export const VersionPage = (props: VersionPageProps) => {
  const { slug, version, before, isPartner, joined, maySign, today } = props
  const missing = isPartner ? missingFrom(version, joined) : []
  const left = isPartner ? leftSince(version, joined) : []
  const isOpen = version.state === 'signing' || version.state === 'agreed'
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">
          Version {version.number}: {stateWords(version, today).toLowerCase()}
        </span>
        <h1 class="govuk-heading-l">{partsOf(version.text)[0]!.title}</h1>
        {maySign && <Button href={signingPath(slug, version.number)}>Sign it</Button>}
        {before && isPartner && <Changes slug={slug} {...before} isOpen={version.state === 'signing'} />}
        <AgreementBody text={version.text} />
        <SectionHeading>Signatures</SectionHeading>
        {isOpen && missing.length > 0 && (
          <InsetText>Still to sign: {missing.map(({ name }) => name).join(', ')}</InsetText>
        )}
        {isOpen && left.length > 0 && <LeftWords left={left} isAgreed={version.agreedAt !== null} />}
        {version.signatures.length > 0 ? (
          <SummaryList rows={version.signatures.map(signature => signatureRow(signature, isPartner))} />
        ) : (
          <p class="govuk-body">Nobody has signed yet.</p>
        )}
        {isPartner && <Checking slug={slug} version={version} />}
      </Column>
      <Column share="one-third">
        <Aside title="This version">
          <p class="govuk-body-s">
            Fixed on {formatDate(londonDay(version.fixedAt))}
            {version.agreedAt && (
              <>
                <br />
                Agreed on {formatDate(londonDay(version.agreedAt))}
              </>
            )}
            {version.closedAt && (
              <>
                <br />
                {stateWords(version, today)} on {formatDate(londonDay(version.closedAt))}
              </>
            )}
          </p>
          <ul class="govuk-list">
            <li>
              <Link href={wordPath(slug, version.number)}>Word</Link>
            </li>
            <li>
              <Link href={textPath(slug, version.number)}>Plain text, as it is signed</Link>
            </li>
            {isPartner && version.state === 'agreed' && (
              <li>
                <Link href={`${versionPath(slug, version.number)}/ending`}>Say that it has ended</Link>
              </li>
            )}
          </ul>
        </Aside>
      </Column>
    </Row>
  )
}

function signatureRow({ organisation, signedAt, kept }: Signature, isPartner: boolean) {
  return {
    key: <OrganisationLink {...organisation} />,
    value: kept ? (
      <>
        {isPartner ? `${kept.said.name}, ${kept.said.role}` : kept.said.role}
        <br />
        {formatMoment(signedAt)}
        {isPartner && (
          <>
            <br />
            {kept.said.authority}
            {kept.said.reference !== 'none' && `: ${kept.said.reference}`}
            <br />
            <span class="govuk-body-s">
              Record <Hash of={sha256(kept.record)} />
            </span>
          </>
        )}
      </>
    ) : (
      `${formatMoment(signedAt)}. Who signed is forgotten: ${keptYears} years have passed since the version closed.`
    ),
  }
}

const Checking = ({ slug, version }: { slug: string; version: Version }) => (
  <>
    <SectionHeading>Check it without us</SectionHeading>
    <p class="govuk-body">
      SHA-256 of the text: <Hash of={version.sha256} />
    </p>
    {version.signatures.some(({ kept }) => kept) && <CheckingSignatures slug={slug} version={version} />}
  </>
)

const CheckingSignatures = ({ slug, version }: { slug: string; version: Version }) => (
  <>
    <p class="govuk-body">
      Keep a copy: what you hold yourself proves more than what we hold. Download{' '}
      <Link href={bundlePath(slug, version.number)}>text, signatures and key (ZIP)</Link>, unpack it, and run
      this there. It needs sha256sum and OpenSSL 3, nothing of ours.
    </p>
    <div class="app-markdown">
      <pre tabindex={0}>
        <code>{checkCommands}</code>
      </pre>
    </div>
    <p class="govuk-body">
      It says “Signature Verified Successfully” once for each signature. Or take the{' '}
      <Link href={evidencePath(slug, version.number)}>evidence file (JSON)</Link>, and run{' '}
      <code>npx pipeline verify-agreement FILE</code> on any copy of the program.
    </p>
    <p class="govuk-body-s">
      It proves that these words were signed in these names at that time by people who were signed in here as
      leads, and that nothing was changed since. It is an electronic signature, not a qualified one: who sat
      at the keyboard is known only as far as their organisation’s mail or sign-in is safe.
    </p>
  </>
)
