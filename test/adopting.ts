import type { Form } from './support.ts'

type Adopter = { post(path: string, form: Form): Promise<{ statusCode: number }> }

/** What somebody types of something that they took on. */
export const typedAdoption: Form = {
  state: 'live',
  release: '1.4.2',
  since: '1 April 2025',
  days: '12',
  cost: '10k-50k',
  took: 'The texts had to be changed, and the barrier needed a new relay.',
  talks: 'yes',
}

/** Says for whom the adopter speaks that they took the thing at this path on. */
export const adoptIn = (adopter: Adopter, path: string, form: Form = {}) =>
  adopter.post(`${path}/adoptions`, { ...typedAdoption, seen: '0', ...form })
