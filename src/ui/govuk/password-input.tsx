import { classes, i18n } from './attributes.ts'
import { Button } from './button.tsx'
import { Input, type InputProps } from './input.tsx'

export interface PasswordTexts {
  showPassword?: string
  hidePassword?: string
  showPasswordLabel?: string
  hidePasswordLabel?: string
  shown?: string
  hidden?: string
}

type PasswordInputProps = Omit<InputProps, 'type' | 'prefix' | 'suffix' | 'wrapper' | 'after' | 'group'> & {
  texts?: PasswordTexts
}

export const PasswordInput = ({ texts = {}, groupClass, class: extra, ...rest }: PasswordInputProps) => (
  <Input
    type="password"
    spellcheck={false}
    autocapitalize="none"
    autocomplete="current-password"
    {...rest}
    class={classes('govuk-password-input__input govuk-js-password-input-input', extra)}
    groupClass={classes('govuk-password-input', groupClass)}
    group={{
      'data-module': 'govuk-password-input',
      ...i18n({
        'show-password': texts.showPassword,
        'hide-password': texts.hidePassword,
        'show-password-aria-label': texts.showPasswordLabel,
        'hide-password-aria-label': texts.hidePasswordLabel,
        'password-shown-announcement': texts.shown,
        'password-hidden-announcement': texts.hidden,
      }),
    }}
    wrapper={{ class: 'govuk-password-input__wrapper' }}
    after={
      <Button
        type="button"
        class="govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
        aria-controls={rest.id || rest.name}
        aria-label={texts.showPasswordLabel ?? 'Show password'}
        hidden
      >
        {texts.showPassword ?? 'Show'}
      </Button>
    }
  />
)
