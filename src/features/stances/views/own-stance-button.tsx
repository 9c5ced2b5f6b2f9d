import { Button } from '#ui/govuk/button.tsx'
import { ownStancePath } from '../stance-list.ts'

/** The way to say where one's organisation stands; a visitor is led to sign in and back. */
export const OwnStanceButton = ({ slug }: { slug: string }) => (
  <Button href={ownStancePath(slug)}>We have this too</Button>
)
