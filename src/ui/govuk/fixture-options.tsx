import { jsxTemplate } from 'preact/jsx-runtime'
import { Tag } from './text.tsx'

// biome-ignore lint/suspicious/noExplicitAny: the options of Nunjucks macros have no types of their own
export type Options = any

/** HTML of an example as content: only this test may write markup that nobody escaped. */
export const markup = (html: string) => jsxTemplate([html])
export const content = (given: Options) => (given?.html ? markup(given.html) : given?.text)
export const either = (html: Options, text: Options) => (html ? markup(html) : text)
export const some = (items: Options, change: (item: Options) => Options) =>
  (items ?? []).map((item: Options) => item && change(item))

/** The props whose name and meaning are those of the macro, and the extra attributes. */
export const base = (o: Options, ...names: string[]): Options => ({
  ...Object.fromEntries(names.filter(name => o[name] !== undefined).map(name => [name, o[name]])),
  ...(o.classes && { class: o.classes }),
  ...o.attributes,
})

export const fieldset = (o: Options) =>
  o && {
    ...base(o, 'describedBy', 'role'),
    legend: content(o.legend),
    legendClass: o.legend?.classes,
    legendIsPageHeading: o.legend?.isPageHeading,
  }

export const field = (o: Options, ...names: string[]): Options => ({
  ...base(o, 'id', 'name', 'describedBy', 'disabled', 'spellcheck', 'value', ...names),
  label: content(o.label),
  labelClass: o.label?.classes,
  labelIsPageHeading: o.label?.isPageHeading,
  hint: content(o.hint),
  error: content(o.errorMessage),
  groupClass: o.formGroup?.classes,
})

const choice = (o: Options) => ({
  ...o,
  label: content(o),
  labelAttributes: { class: o.label?.classes, ...o.label?.attributes },
  hint: content(o.hint),
  conditional: o.conditional?.html && markup(o.conditional.html),
})

export const choices = (o: Options) => ({
  ...field(o, 'idPrefix', 'values'),
  fieldset: fieldset(o.fieldset),
  items: some(o.items, choice),
})

export const affix = (o: Options) => o && { ...base(o), content: content(o) }

const datePart = ({ classes, ...o }: Options, prefix: string, all: Options) => ({
  name: o.name,
  ...o,
  value: o.value ?? all[o.name]?.value ?? all.values?.[o.name] ?? all.values?.[prefix + o.name],
  error: classes?.includes('govuk-input--error') ? true : o.error,
  class: classes?.replace('govuk-input--error', '').trim(),
})

export const dateInput = (o: Options) => {
  const named = (name: string, width: number) => o[name] !== false && { name, width, ...o[name] }
  const parts = o.items?.length
    ? o.items
    : [named('day', 2), named('month', 2), named('year', 4)].filter(Boolean)
  const { name: _, ...rest } = field(o, 'namePrefix')
  return {
    ...rest,
    fieldset: fieldset(o.fieldset),
    parts: parts.map((part: Options) => datePart(part, o.namePrefix ? `${o.namePrefix}-` : '', o)),
  }
}

const action = (o: Options) => ({
  ...o,
  label: content(o),
  hidden: o.visuallyHiddenText,
  class: o.classes,
})

export const row = (o: Options) => ({
  key: content(o.key),
  keyClass: o.key.classes,
  value: content(o.value),
  valueClass: o.value?.classes,
  actions: o.actions?.items && some(o.actions.items, action),
  actionsClass: o.actions?.classes,
  class: o.classes,
})

export const card = (o: Options) =>
  o && {
    ...o,
    title: content(o.title),
    titleClass: o.title?.classes,
    headingLevel: o.title?.headingLevel,
    actions: o.actions?.items && some(o.actions.items, action),
    actionsClass: o.actions?.classes,
    class: o.classes,
  }

export const cell = (o: Options) => ({ ...o, content: content(o), class: o.classes })

export const crumb = (o: Options) => ({ ...o, label: content(o) })

export const pageLink = (o: Options) => o && { ...o, label: content(o), description: o.labelText }
export const pageItem = (o: Options) => ({ ...o, spoken: o.visuallyHiddenText })

export const task = (o: Options) => ({
  title: content(o.title),
  titleClass: o.title.classes,
  hint: content(o.hint),
  status: o.status.tag ? <Tag {...base(o.status.tag)}>{content(o.status.tag)}</Tag> : content(o.status),
  statusClass: o.status.classes,
  href: o.href,
  class: o.classes,
})
