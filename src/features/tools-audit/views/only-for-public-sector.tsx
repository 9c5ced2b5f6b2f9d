import { InsetText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'

/** Stands where what organisations said would be, for those who may not see it. `path` is where one comes back to. */
export const OnlyForPublicSector = ({ isVisitor, path }: { isVisitor: boolean; path: string }) => (
  <InsetText>
    What each organisation can open is shown to councils and other public bodies: what a desktop blocks can
    help somebody to attack it.
    {isVisitor && (
      <>
        {' '}
        <Link href={`/sign-in?${new URLSearchParams({ next: path })}`}>Sign in</Link> if you work for one.
      </>
    )}
  </InsetText>
)
