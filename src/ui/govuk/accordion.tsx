import type { ComponentChildren } from 'preact'
import { type Attributes, classes, i18n, type Maybe } from './attributes.ts'

export interface AccordionSection {
  heading: ComponentChildren
  summary?: ComponentChildren
  content?: ComponentChildren
  expanded?: boolean
}

export interface AccordionTexts {
  hideAll?: string
  showAll?: string
  hide?: string
  hideLabel?: string
  show?: string
  showLabel?: string
}

export interface AccordionProps extends Attributes {
  id: string
  items: Maybe<AccordionSection>[]
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  rememberExpanded?: boolean
  texts?: AccordionTexts
}

/** Sections that open and close with script, and stand open without. */
export const Accordion = (props: AccordionProps) => {
  const { id, items, headingLevel = 2, rememberExpanded, texts = {}, class: extra, ...rest } = props
  const Heading = `h${headingLevel}` as 'h2'
  const words = i18n({
    'hide-all-sections': texts.hideAll,
    'hide-section': texts.hide,
    'hide-section-aria-label': texts.hideLabel,
    'show-all-sections': texts.showAll,
    'show-section': texts.show,
    'show-section-aria-label': texts.showLabel,
  })
  return (
    <div
      class={classes('govuk-accordion', extra)}
      data-module="govuk-accordion"
      id={id}
      {...words}
      data-remember-expanded={rememberExpanded}
      {...rest}
    >
      {items.map(
        (item, index) =>
          item && (
            <div
              class={classes(
                'govuk-accordion__section',
                item.expanded && 'govuk-accordion__section--expanded',
              )}
            >
              <div class="govuk-accordion__section-header">
                <Heading class="govuk-accordion__section-heading">
                  <span class="govuk-accordion__section-button" id={`${id}-heading-${index + 1}`}>
                    {item.heading}
                  </span>
                </Heading>
                {item.summary && (
                  <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${index + 1}`}>
                    {item.summary}
                  </div>
                )}
              </div>
              <div id={`${id}-content-${index + 1}`} class="govuk-accordion__section-content">
                {typeof item.content === 'string' ? <p class="govuk-body">{item.content}</p> : item.content}
              </div>
            </div>
          ),
      )}
    </div>
  )
}
