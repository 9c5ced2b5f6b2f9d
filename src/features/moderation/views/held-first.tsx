import { InsetText } from '#ui/govuk/text.tsx'

/** Says above the button that publishes what happens first; there is nothing where nothing has to. */
export const HeldFirst = ({ isHeld, organisation }: { isHeld: boolean; organisation: string }) =>
  isHeld ? (
    <InsetText>
      A curator reads this before anyone else sees it, because nothing that {organisation} published here has
      been read yet. Those who speak for it get a mail when that is done.
    </InsetText>
  ) : null
