import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes } from './attributes.ts'

export interface ButtonProps extends Attributes {
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  disabled?: boolean
  isStart?: boolean
  preventDoubleClick?: boolean
  children?: ComponentChildren
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** A button, or with `href` a link that looks and works like one. */
export const Button = (props: ButtonProps) => {
  const {
    href,
    type,
    name,
    value,
    disabled,
    isStart,
    preventDoubleClick,
    class: extra,
    children,
    ...rest
  } = props
  const shared = {
    class: classes('govuk-button', extra, isStart && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...rest,
  }
  const inner = isStart ? [children, <StartIcon key="icon" />] : children
  if (href)
    return (
      <Anchor href={href} role="button" draggable={false} {...shared}>
        {inner}
      </Anchor>
    )
  return (
    <button
      type={type ?? 'submit'}
      value={value}
      name={name}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick}
      {...shared}
    >
      {inner}
    </button>
  )
}

/** Buttons and links side by side. */
export const ButtonGroup = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-button-group">{children}</div>
)
