import type { ComponentChildren } from 'preact'
import { Link } from '../link.tsx'
import { type Attributes, classes } from './attributes.ts'
import { Button, ButtonGroup } from './button.tsx'

export interface PanelAction {
  label: string
  href?: string
  type?: 'button' | 'submit'
  class?: string
  attributes?: Attributes
}

export interface PanelProps extends Omit<Attributes, 'title'> {
  title: ComponentChildren
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  /** Stops a person on the way, with actions to choose from; without it the panel confirms what was done. */
  isInterruption?: boolean
  actions?: PanelAction[]
  actionsAttributes?: Attributes
  children?: ComponentChildren
}

const PanelAct = ({ label, href, type, class: extra, attributes }: PanelAction) =>
  href && type !== 'button' ? (
    <Link href={href} class={classes('govuk-link--inverse', extra)} {...attributes}>
      {label}
    </Link>
  ) : (
    <Button
      href={href}
      type={type ?? 'button'}
      class={classes('govuk-button--inverse', extra)}
      {...attributes}
    >
      {label}
    </Button>
  )

export const Panel = (props: PanelProps) => {
  const {
    title,
    headingLevel = 1,
    isInterruption,
    actions,
    actionsAttributes,
    class: extra,
    children,
    ...rest
  } = props
  const Heading = `h${headingLevel}` as 'h1'
  return (
    <div
      class={classes(
        'govuk-panel',
        `govuk-panel--${isInterruption ? 'interruption' : 'confirmation'}`,
        extra,
      )}
      {...rest}
    >
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {isInterruption && actions && (
        <div {...actionsAttributes} class={classes('govuk-panel__actions', actionsAttributes?.class)}>
          {actions.length > 0 && (
            <ButtonGroup>{actions.map(action => [<PanelAct {...action} />, ' '])}</ButtonGroup>
          )}
        </div>
      )}
    </div>
  )
}
