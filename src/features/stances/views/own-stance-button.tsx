import { Button } from '#ui/govuk/button.tsx'
import { ownStancePath } from '../stance-list.ts'

/** The way to say where one's organisation stands; a visitor is led to sign in and back. */
export const OwnStanceButton = ({ slug, hasSpoken }: { slug: string; hasSpoken?: boolean }) => (
  <Button href={ownStancePath(slug)} class={hasSpoken ? 'govuk-button--secondary' : undefined}>
    {hasSpoken ? 'Change what you said' : 'We have this too'}
  </Button>
)
