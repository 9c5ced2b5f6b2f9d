import { Link } from '#ui/link.tsx'

export const ReleaseLink = ({ href }: { href: string }) => (
  <p class="govuk-body-s">
    <Link href={href} download>
      This project as OCDS
    </Link>{' '}
    for procurement systems. <Link href="/ocds">What is in it</Link>
  </p>
)
