import { organisationSubscriptionsPath, subscriptionsPath } from '#features/subscriptions/index.ts'

export const hookKinds = ['teams', 'slack', 'webhook'] as const
export type HookKind = (typeof hookKinds)[number]

export const kindLabels: Record<HookKind, string> = {
  teams: 'Microsoft Teams',
  slack: 'Slack',
  webhook: 'Webhook',
}

export const kindHints: Record<HookKind, string> = {
  teams: 'The address that the workflow “Post to a channel when a webhook request is received” gives you',
  slack: 'The address of an incoming webhook of your workspace',
  webhook: 'A program of your own: it is sent JSON, signed',
}

export type DeliveryState = 'waiting' | 'delivered' | 'given-up' | 'empty'

export const stateLabels: Record<DeliveryState, string> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  'given-up': 'Given up',
  empty: 'Not needed any more',
}

/** How many times a message is tried, over about three hours. */
export const triesAtMost = 12

/** How many things one message tells at most. */
export const thingsAtMost = 20

/** How many hooks a person or an organisation may have. */
export const hooksAtMost = 10

export const hooksPath = `${subscriptionsPath}/hooks`
export const organisationHooksPath = (slug: string) => `${organisationSubscriptionsPath(slug)}/hooks`
