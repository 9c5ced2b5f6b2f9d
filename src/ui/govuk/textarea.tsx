import type { ComponentChildren } from 'preact'
import { type Attributes, classes, i18n } from './attributes.ts'
import { FieldGroup, type FieldProps, fieldOf, Hint } from './field.tsx'

export interface TextareaProps extends FieldProps, Omit<Attributes, 'id' | 'name'> {
  value?: string
  rows?: number
  autocomplete?: string
  disabled?: boolean
  readonly?: boolean
  maxlength?: number
  group?: Attributes
  /** Stands behind the control. */
  after?: ComponentChildren
}

export const Textarea = (props: TextareaProps) => {
  const { id, hasError, describedBy, group: shown, rest: own } = fieldOf(props)
  const { class: extra, value, rows = 5, group, after, ...rest } = own
  return (
    <FieldGroup {...group} {...shown} class={classes(group?.class, shown.class)}>
      <textarea
        class={classes('govuk-textarea', hasError && 'govuk-textarea--error', extra)}
        id={id}
        rows={rows}
        aria-describedby={describedBy}
        {...rest}
      >
        {value}
      </textarea>
      {after}
    </FieldGroup>
  )
}

type Plural = Record<string, string>

/** The words a count is told in; `%{count}` stands for the number. */
export interface CountTexts {
  description?: string
  charactersUnderLimit?: Plural
  charactersAtLimit?: string
  charactersOverLimit?: Plural
  wordsUnderLimit?: Plural
  wordsAtLimit?: string
  wordsOverLimit?: Plural
}

export interface CharacterCountProps extends Omit<TextareaProps, 'group' | 'after'> {
  maxCharacters?: number
  maxWords?: number
  countType?: 'characters' | 'length' | 'words'
  /** Percent of the limit from which the count is shown. */
  threshold?: number
  countClass?: string
  texts?: CountTexts
}

/** A textarea that says how much may be typed, and with script how much is left. */
export const CharacterCount = (props: CharacterCountProps) => {
  const {
    maxCharacters,
    maxWords,
    countType,
    threshold,
    countClass,
    texts = {},
    groupClass,
    class: extra,
    ...rest
  } = props
  const limit = maxWords ?? maxCharacters
  const counted = countType ?? (maxWords ? 'words' : undefined)
  const id = rest.id || rest.name
  const description =
    texts.description ?? `You can enter up to %{count} ${counted === 'words' ? 'words' : 'characters'}`
  return (
    <Textarea
      {...rest}
      class={classes('govuk-js-character-count', extra)}
      describedBy={`${id}-info`}
      groupClass={classes('govuk-character-count', groupClass)}
      group={{
        'data-module': 'govuk-character-count',
        'data-maxlength': maxCharacters,
        'data-maxwords': maxWords,
        'data-threshold': threshold,
        'data-count-type': counted,
        ...i18n({
          'textarea-description': limit || !texts.description ? undefined : { other: texts.description },
          'characters-under-limit': texts.charactersUnderLimit,
          'characters-at-limit': texts.charactersAtLimit,
          'characters-over-limit': texts.charactersOverLimit,
          'words-under-limit': texts.wordsUnderLimit,
          'words-at-limit': texts.wordsAtLimit,
          'words-over-limit': texts.wordsOverLimit,
        }),
      }}
      after={
        <Hint id={`${id}-info`} class={classes('govuk-character-count__message', countClass)}>
          {limit && description.replace('%{count}', String(limit))}
        </Hint>
      }
    />
  )
}
