import { ServiceLink } from '#features/services/index.ts'
import { Aside } from '#ui/facts.tsx'
import type { WorkService } from '../work.ts'

/** The services a record is about: as its organisation says, or Pipeline's editors with their grounds. */
export const ServicesAside = ({ services }: { services: WorkService[] }) => (
  <Aside title="Services it is about">
    {services.length === 0 ? (
      <p class="govuk-body-s">None has been assigned.</p>
    ) : (
      [...Map.groupBy(services, ({ ground }) => ground)].map(([ground, about]) => (
        <div key={ground}>
          <ul class="govuk-list">
            {about.map(({ id, name }) => (
              <li key={id}>
                <ServiceLink id={id} name={name} />
              </li>
            ))}
          </ul>
          <p class="govuk-body-s">
            {about[0]!.said_by === 'owner'
              ? 'Chosen by the organisation itself.'
              : `Assigned by Pipeline’s editors: ${ground}.`}
          </p>
        </div>
      ))
    )}
  </Aside>
)
