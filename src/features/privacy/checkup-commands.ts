import type { Slots } from '#plumbing/feature.ts'

/** Whether people are told who is responsible for what is held about them. */
export const controllerCheckup: Slots['checkups'] = {
  what: 'privacy',
  look: ({ config: { CONTROLLER, CONTACT_EMAIL } }) =>
    CONTROLLER && CONTACT_EMAIL
      ? { state: 'ok', says: `${CONTROLLER} is named as the controller` }
      : {
          state: 'look',
          says: 'the privacy notice does not say who is responsible',
          todo: 'Set CONTROLLER and CONTACT_EMAIL before people sign in.',
        },
}
