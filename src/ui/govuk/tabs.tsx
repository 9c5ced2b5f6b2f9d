import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes, type Maybe } from './attributes.ts'

export interface Tab {
  label: string
  content?: ComponentChildren
  id?: string
  attributes?: Attributes
  panelAttributes?: Attributes
}

export interface TabsProps extends Attributes {
  items: Maybe<Tab>[]
  idPrefix?: string
  title?: string
}

/** Without script: a list of contents and all panels below each other. */
export const Tabs = ({ items, idPrefix = '', title = 'Contents', class: extra, ...rest }: TabsProps) => {
  const idOf = (tab: Tab, index: number) => tab.id || `${idPrefix}-${index + 1}`
  return (
    <div class={classes('govuk-tabs', extra)} {...rest} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (tab, index) =>
              tab && (
                <li
                  class={classes('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}
                >
                  <Anchor class="govuk-tabs__tab" href={`#${idOf(tab, index)}`} {...tab.attributes}>
                    {tab.label}
                  </Anchor>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map(
        (tab, index) =>
          tab && (
            <div
              class={classes('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
              id={idOf(tab, index)}
              {...tab.panelAttributes}
            >
              {typeof tab.content === 'string' ? <p class="govuk-body">{tab.content}</p> : tab.content}
            </div>
          ),
      )}
    </div>
  )
}
