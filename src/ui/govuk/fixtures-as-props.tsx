import type { VNode } from 'preact'
import { Accordion } from './accordion.tsx'
import { Button } from './button.tsx'
import { Checkboxes, Radios } from './choices.tsx'
import { DateInput } from './date-input.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { ErrorMessage, Fieldset, Hint, Label } from './field.tsx'
import { FileUpload } from './file-upload.tsx'
import {
  affix,
  base,
  card,
  cell,
  choices,
  content,
  crumb,
  dateInput,
  either,
  field,
  fieldset,
  markup,
  type Options,
  pageItem,
  pageLink,
  row,
  some,
  task,
} from './fixture-options.tsx'
import { Input } from './input.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { Select } from './select.tsx'
import { ServiceNavigation } from './service-navigation.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { TaskList } from './task-list.tsx'
import { Details, InsetText, PhaseBanner, Tag, WarningText } from './text.tsx'
import { CharacterCount, Textarea } from './textarea.tsx'
import { BackLink, Breadcrumbs, SkipLink } from './way.tsx'

/** How each macro's options become props: the one place where the two vocabularies meet. */
export const official: Record<string, (o: Options) => VNode> = {
  accordion: o => (
    <Accordion
      {...base(o, 'id', 'headingLevel', 'rememberExpanded')}
      items={some(o.items, section => ({
        heading: content(section.heading),
        summary: content(section.summary),
        content: content(section.content),
        expanded: section.expanded,
      }))}
      texts={{
        hideAll: o.hideAllSectionsText,
        showAll: o.showAllSectionsText,
        hide: o.hideSectionText,
        hideLabel: o.hideSectionAriaLabelText,
        show: o.showSectionText,
        showLabel: o.showSectionAriaLabelText,
      }}
    />
  ),
  'back-link': o => <BackLink {...base(o)} href={o.href || undefined} children={content(o) || undefined} />,
  breadcrumbs: o => (
    <Breadcrumbs {...base(o, 'collapseOnMobile')} landmark={o.labelText} items={some(o.items, crumb)} />
  ),
  button: o => (
    <Button
      {...base(o, 'href', 'type', 'name', 'value', 'disabled', 'preventDoubleClick', 'id')}
      isStart={o.isStartButton}
    >
      {o.html && o.isStartButton ? <span>{markup(o.html)}</span> : content(o)}
    </Button>
  ),
  'character-count': o => (
    <CharacterCount
      {...field(o, 'rows', 'threshold', 'countType')}
      maxCharacters={o.maxlength}
      maxWords={o.maxwords}
      countClass={o.countMessage?.classes}
      texts={{
        description: o.textareaDescriptionText,
        charactersUnderLimit: o.charactersUnderLimitText,
        charactersAtLimit: o.charactersAtLimitText,
        charactersOverLimit: o.charactersOverLimitText,
        wordsUnderLimit: o.wordsUnderLimitText,
        wordsAtLimit: o.wordsAtLimitText,
        wordsOverLimit: o.wordsOverLimitText,
      }}
    />
  ),
  checkboxes: o => <Checkboxes {...choices(o)} />,
  'date-input': o => <DateInput {...dateInput(o)} />,
  details: o => (
    <Details {...base(o, 'id', 'open')} summary={either(o.summaryHtml, o.summaryText)}>
      {content(o)}
    </Details>
  ),
  'error-message': o => (
    <ErrorMessage {...base(o, 'id')} prefix={o.visuallyHiddenText}>
      {content(o)}
    </ErrorMessage>
  ),
  'error-summary': o => (
    <ErrorSummary
      {...base(o, 'disableAutoFocus')}
      title={either(o.titleHtml, o.titleText) ?? ''}
      description={either(o.descriptionHtml, o.descriptionText)}
      errors={some(o.errorList, error => ({ ...error, message: content(error) }))}
    />
  ),
  fieldset: o => <Fieldset {...fieldset(o)}>{o.html && markup(o.html)}</Fieldset>,
  'file-upload': o => (
    <FileUpload
      {...field(o, 'multiple')}
      value={undefined}
      dropZone={
        o.javascript && {
          class: o.wrapperClasses,
          attributes: o.wrapperAttributes,
          chooseButton: o.chooseFilesButtonText,
          noFile: o.noFileChosenText,
          severalFiles: o.multipleFilesChosenText,
          instruction: o.dropInstructionText,
          entered: o.enteredDropZoneText,
          left: o.leftDropZoneText,
        }
      }
    />
  ),
  hint: o => <Hint {...base(o, 'id')}>{content(o)}</Hint>,
  input: o => (
    <Input
      {...field(o, 'type', 'inputmode', 'autocomplete', 'autocapitalize', 'pattern')}
      prefix={affix(o.prefix)}
      suffix={affix(o.suffix)}
      wrapper={o.inputWrapper && base(o.inputWrapper)}
    />
  ),
  'inset-text': o => <InsetText {...base(o, 'id')}>{content(o)}</InsetText>,
  label: o => <Label {...base(o, 'for', 'isPageHeading')}>{content(o)}</Label>,
  'notification-banner': o => (
    <NotificationBanner
      {...base(o, 'titleId', 'role', 'disableAutoFocus')}
      isSuccess={o.type === 'success'}
      headingLevel={o.titleHeadingLevel}
      title={either(o.titleHtml, o.titleText)}
    >
      {content(o)}
    </NotificationBanner>
  ),
  pagination: o => (
    <Pagination
      {...base(o)}
      landmark={o.landmarkLabel}
      previous={pageLink(o.previous)}
      next={pageLink(o.next)}
      items={o.items?.filter((item: Options) => item && Object.keys(item).length).map(pageItem)}
    />
  ),
  panel: o => (
    <Panel
      {...base(o, 'headingLevel')}
      title={either(o.titleHtml, o.titleText)}
      isInterruption={o.classes?.includes('govuk-panel--interruption')}
      class={o.classes?.replace('govuk-panel--interruption', '').trim()}
      actions={
        o.actions && some(o.actions.items, item => ({ ...item, label: item.text, class: item.classes }))
      }
      actionsAttributes={o.actions && base(o.actions)}
    >
      {content(o)}
    </Panel>
  ),
  'phase-banner': o => (
    <PhaseBanner {...base(o)} tag={content(o.tag)} tagClass={o.tag?.classes}>
      {content(o)}
    </PhaseBanner>
  ),
  radios: o => <Radios {...choices(o)} />,
  select: o => (
    <Select
      {...field(o)}
      items={some(o.items, item => ({
        ...item,
        label: item.text,
        value: item.value === false ? 'false' : item.value,
      }))}
    />
  ),
  'service-navigation': o => (
    <ServiceNavigation
      {...base(o, 'serviceName')}
      serviceHref={o.serviceUrl}
      items={some(o.navigation, item => ({ ...item, label: content(item) }))}
      landmark={o.ariaLabel}
      menu={{
        label: o.navigationLabel,
        class: o.navigationClasses,
        id: o.navigationId,
        buttonText: o.menuButtonText,
        buttonLabel: o.menuButtonLabel,
        collapse: o.collapseNavigationOnMobile,
        start: o.slots?.navigationStart && markup(o.slots.navigationStart),
        end: o.slots?.navigationEnd && markup(o.slots.navigationEnd),
      }}
      start={o.slots?.start && markup(o.slots.start)}
      end={o.slots?.end && markup(o.slots.end.html ?? o.slots.end)}
      endIsInline={o.slots?.end?.align === 'inline'}
    />
  ),
  'skip-link': o => (
    <SkipLink {...base(o)} href={o.href || undefined}>
      {content(o)}
    </SkipLink>
  ),
  'summary-list': o => <SummaryList {...base(o)} rows={some(o.rows, row)} card={card(o.card)} />,
  table: o => (
    <Table
      {...base(o, 'caption', 'firstCellIsHeader')}
      captionClass={o.captionClasses}
      head={o.head && some(o.head, cell)}
      rows={some(o.rows, cells => cells.map(cell))}
    />
  ),
  tabs: o => (
    <Tabs
      {...base(o, 'id', 'idPrefix', 'title')}
      items={some(o.items, item => ({
        ...item,
        content: content(item.panel),
        panelAttributes: item.panel?.attributes,
      }))}
    />
  ),
  tag: o => <Tag {...base(o)}>{content(o)}</Tag>,
  'task-list': o => <TaskList {...base(o, 'idPrefix')} items={some(o.items, task)} />,
  textarea: o => <Textarea {...field(o, 'rows', 'autocomplete')} />,
  'warning-text': o => (
    <WarningText {...base(o)} prefix={o.iconFallbackText || undefined}>
      {content(o)}
    </WarningText>
  ),
}
