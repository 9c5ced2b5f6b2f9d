import { Aside } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { guidePath } from '../guide.ts'
import { copyPath, type Source } from '../sources.ts'

interface TakeIntoPanelProps {
  /** Where the page gives it none. */
  title?: string
  source: Source
  templates: { slug: string; title: string }[]
}

/** Templates that are filled in from what the page is about. */
export const TakeIntoPanel = ({ title, source, templates }: TakeIntoPanelProps) => {
  const list = (
    <ul class="govuk-list govuk-body-s">
      {templates.map(template => (
        <li key={template.slug}>
          <Link href={copyPath(template.slug, source)} rel="nofollow">
            {template.title}
          </Link>
        </li>
      ))}
    </ul>
  )
  return title ? <Aside title={title}>{list}</Aside> : list
}

export const BringInPanel = () => (
  <p class="govuk-body-s">
    Looking for partners? <Link href={guidePath('small-councils')}>How to involve small councils</Link>
  </p>
)

export const TogetherPanel = ({
  hasProcurement,
  hasSmall,
}: {
  hasProcurement: boolean
  hasSmall: boolean
}) => (
  <ul class="govuk-list">
    {hasProcurement && (
      <li>
        <Link href={guidePath('procurement-together')}>Procurement together</Link>
      </li>
    )}
    {hasSmall && (
      <li>
        <Link href={guidePath('small-councils')}>How to involve small councils</Link>
      </li>
    )}
  </ul>
)
