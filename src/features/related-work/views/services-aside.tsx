import { ServiceLink } from '#features/services/index.ts'
import { Aside } from '#ui/facts.tsx'
import type { WorkService } from '../work.ts'

/** The services a record is about, each with the ground on which Pipeline's editors say so. */
export const ServicesAside = ({ services }: { services: WorkService[] }) => (
  <Aside title="Services it is about">
    {services.length === 0 ? (
      <p class="govuk-body-s">None has been assigned.</p>
    ) : (
      <ul class="govuk-list">
        {services.map(({ id, name, ground }) => (
          <li key={id}>
            <ServiceLink id={id} name={name} />
            <br />
            <span class="govuk-body-s">Assigned by Pipeline’s editors: {ground}</span>
          </li>
        ))}
      </ul>
    )}
  </Aside>
)
