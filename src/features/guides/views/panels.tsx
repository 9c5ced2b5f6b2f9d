import { Aside } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { guidePath } from '../guide.ts'
import { copyPath, type Source, templateNames } from '../sources.ts'

interface TakeIntoPanelProps {
  /** Where the page gives it none. */
  title?: string
  source: Source
  templates: (keyof typeof templateNames)[]
}

/** Templates that are filled in from what the page is about. */
export const TakeIntoPanel = ({ title, source, templates }: TakeIntoPanelProps) => {
  const list = (
    <ul class="govuk-list govuk-body-s">
      {templates.map(name => (
        <li key={name}>
          <Link href={copyPath(name, source)} rel="nofollow">
            {templateNames[name]}
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

export const TogetherPanel = () => (
  <p class="govuk-body">
    <Link href={guidePath('procurement-together')}>Procurement together</Link>, and{' '}
    <Link href={guidePath('small-councils')}>how to involve small councils</Link>.
  </p>
)
