import { Tag } from '#ui/govuk/text.tsx'
import type { ServiceName } from '../service.ts'
import { ServiceLink } from './service-link.tsx'

/** Services by name, each with what it is. */
export const ServiceList = ({ services }: { services: (ServiceName & { description: string })[] }) => (
  <ul class="govuk-list">
    {services.map(service => (
      <li class="app-row">
        <strong>
          <ServiceLink {...service} />
        </strong>{' '}
        {service.status === 'discontinued' && <Tag class="govuk-tag--grey">Discontinued</Tag>}
        <p class="app-row__text">{service.description}</p>
      </li>
    ))}
  </ul>
)
