import {
  PublishedBody,
  type RelatedWork,
  RelatedWorkSections,
  ServicesAside,
  type WorkService,
} from '#features/related-work/index.ts'
import { capitalised } from '#plumbing/capitalised.ts'
import { formatDate } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { formatMoney } from '#ui/money.ts'
import { SourceLine } from '#ui/section.tsx'
import { categoryOf, sayApplicants, specialistWords, statusOf } from '../notice.ts'
import type { Notice } from '../page-queries.ts'

const notKnown = 'Not known'
const notPublished = 'Not published'

export type NoticePageProps = { notice: Notice; related: RelatedWork[]; services: WorkService[] }

export const NoticePage = ({ notice, related, services }: NoticePageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Procurement notice</span>
      <h1 class="govuk-heading-l">{notice.title}</h1>
      <SummaryList
        rows={[
          { key: 'Buyer', value: <PublishedBody body={notice.buyer} /> },
          { key: 'Published', value: formatDate(notice.published_on) },
          { key: 'Sought', value: categoryOf(notice.category) },
          notice.specialist !== null && { key: 'Specialist', value: specialistWords(notice.specialist) },
          notice.phases.length > 0 && { key: 'Phase, in its title', value: notice.phases.join(' and ') },
          { key: 'Place of work', value: notice.location ?? notKnown },
          { key: 'Expected length', value: notice.expected_length ?? notKnown },
          { key: 'Applicants', value: sayApplicants(notice) ?? notKnown },
          { key: 'What became of it', value: statusOf(notice.status) },
        ]}
      />
      <h2 class="govuk-heading-m">The award</h2>
      {notice.supplier ? (
        <SummaryList
          rows={[
            { key: 'Supplier', value: <PublishedBody body={notice.supplier} /> },
            notice.supplier_size !== null && {
              key: 'Size of supplier',
              value: capitalised(notice.supplier_size),
            },
            {
              key: 'Amount',
              value: notice.amount_pounds === null ? notPublished : formatMoney(notice.amount_pounds),
            },
            {
              key: 'Contract starts',
              value: notice.contract_starts_on ? formatDate(notice.contract_starts_on) : notPublished,
            },
          ]}
        />
      ) : (
        <p class="govuk-body">No award was published.</p>
      )}
      <RelatedWorkSections related={related} />
    </Column>
    <Column share="one-third">
      <ServicesAside services={services} />
      <Aside title="Where this comes from">
        <SourceLine
          name={`${notice.source_name}, notice ${notice.number}`}
          href={notice.source_url}
          date={notice.source_as_of}
        />
      </Aside>
    </Column>
  </Row>
)
