import { Accordion } from '#ui/govuk/accordion.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { DateInput } from '#ui/govuk/date-input.tsx'
import { ErrorSummary } from '#ui/govuk/error-summary.tsx'
import { FileUpload } from '#ui/govuk/file-upload.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { NotificationBanner } from '#ui/govuk/notification-banner.tsx'
import { Pagination } from '#ui/govuk/pagination.tsx'
import { Panel } from '#ui/govuk/panel.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Table } from '#ui/govuk/table.tsx'
import { Tabs } from '#ui/govuk/tabs.tsx'
import { TaskList } from '#ui/govuk/task-list.tsx'
import { Details, InsetText, Tag, WarningText } from '#ui/govuk/text.tsx'
import { CharacterCount } from '#ui/govuk/textarea.tsx'
import { BackLink } from '#ui/govuk/way.tsx'

const form = (
  <form action="/parts" method="post" novalidate>
    <Input name="title" label="Title" hint="A few words" error="Enter a title" />
    <Input
      name="cost"
      label="Cost"
      prefix={{ content: '£' }}
      suffix={{ content: 'a year' }}
      class="govuk-input--width-10"
    />
    <CharacterCount name="what" label="What happens" maxCharacters={200} value="Bins are missed." />
    <Select
      name="region"
      label="Region"
      items={[{ value: 'ne', label: 'North East' }, { label: 'Wales' }]}
      value="ne"
    />
    <Radios
      name="stance"
      fieldset={{ legend: 'Where does your council stand?' }}
      error="Choose one"
      value="have"
      items={[
        {
          value: 'have',
          label: 'We have it',
          hint: 'And want to solve it',
          conditional: <p class="govuk-body">Since when?</p>,
        },
        { divider: 'or' },
        { value: 'none', label: 'We do not have it' },
      ]}
    />
    <Checkboxes
      name="offer"
      fieldset={{ legend: 'What would you do?' }}
      items={[
        { value: 'share', label: 'Share' },
        { value: 'none', label: 'Nothing', behaviour: 'exclusive' },
      ]}
    />
    <DateInput
      id="end"
      namePrefix="end"
      fieldset={{ legend: 'Contract ends' }}
      error="Enter a year"
      hint="31 3 2027"
    />
    <FileUpload name="file" label="A saved page" dropZone={{}} />
    <ButtonGroup>
      <Button preventDoubleClick>Save</Button> <Button class="govuk-button--secondary">Save as draft</Button>{' '}
      <Button href="/" isStart>
        Start
      </Button>{' '}
      <Button class="govuk-button--warning" disabled>
        Withdraw
      </Button>
    </ButtonGroup>
  </form>
)

const telling = (
  <>
    <InsetText>It can take eight weeks.</InsetText>
    <WarningText>What you write here is public.</WarningText>
    <Details summary="What is a stance?">One organisation’s word on one problem.</Details>
    <p class="govuk-body">
      <Tag>Live</Tag> <Tag class="govuk-tag--grey">Retired</Tag> <Tag class="govuk-tag--green">Funded</Tag>{' '}
      <Tag class="govuk-tag--yellow">Planned</Tag> <Tag class="govuk-tag--red">Stopped</Tag>
    </p>
    <Panel title="Published" headingLevel={2}>
      Your problem is on the list
    </Panel>
    <NotificationBanner>The bid was not funded at this stage.</NotificationBanner>
  </>
)

const listing = (
  <>
    <SummaryList
      rows={[
        {
          key: 'Council',
          value: 'Elmford Council',
          actions: [{ label: 'Change', href: '/', hidden: 'council' }],
        },
        { key: 'Phase', value: 'Alpha' },
      ]}
    />
    <Table
      caption="Bids by year"
      head={['Year', { content: 'Bids', format: 'numeric' }]}
      rows={[
        ['2018', { content: '389', format: 'numeric' }],
        ['2019', { content: '163', format: 'numeric' }],
      ]}
      firstCellIsHeader
    />
    <Tabs
      idPrefix="tab"
      items={[
        { label: 'Map', content: 'A picture' },
        { label: 'Table', content: 'The same in rows' },
      ]}
    />
    <Accordion
      id="parts-accordion"
      items={[
        { heading: 'Why', content: 'Because.', expanded: true },
        { heading: 'Users and their needs', summary: 'Who has them', content: 'Several.' },
      ]}
    />
    <TaskList
      items={[
        { title: 'Say what happens', href: '/', status: 'Completed' },
        { title: 'Say for whom', href: '/', hint: 'Residents, staff', status: <Tag>Not started</Tag> },
      ]}
    />
    <Pagination
      previous={{ href: '/1' }}
      next={{ href: '/3' }}
      items={[{ number: 1, href: '/1' }, { number: 2, href: '/2', current: true }, { ellipsis: true }]}
    />
  </>
)

/** One of each official component, with the states that matter. */
export const parts = (
  <>
    <BackLink href="/" />
    <ErrorSummary errors={[{ message: 'Enter a title', href: '#title' }]} disableAutoFocus />
    <h1 class="govuk-heading-l">Parts</h1>
    {form}
    {telling}
    {listing}
  </>
)
