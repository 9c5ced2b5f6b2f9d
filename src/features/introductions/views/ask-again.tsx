import { ButtonForm } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { introductionPath } from '../introduction.ts'

interface AskAgainProps {
  id: string
  canNudge: boolean
  isNudged: boolean
  /** Where a lead says that nothing more is wanted from whoever asks. */
  blockHref?: string
  asker: string
}

/** What a curator can do about a question that waits, and whoever is asked about one they do not want. */
export const AskAgain = ({ id, canNudge, isNudged, blockHref, asker }: AskAgainProps) => (
  <>
    {canNudge && !isNudged && (
      <ButtonForm action={`${introductionPath(id)}/reminder`} look="secondary">
        Ask them once more
      </ButtonForm>
    )}
    {canNudge && isNudged && <p class="govuk-body">They were asked once more already.</p>}
    {blockHref && (
      <p class="govuk-body-s">
        A lead can <Link href={blockHref}>have no more questions from {asker}</Link>.
      </p>
    )}
  </>
)
