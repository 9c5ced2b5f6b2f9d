import { defineFeature } from '#plumbing/feature.ts'
import {
  countKeptLists,
  makeDigest,
  matchChanges,
  matchMeanings,
  planDigest,
  rereadSearches,
} from './jobs.ts'
import { mailboxRoutes } from './mailbox-routes.tsx'
import { managingRoutes } from './managing-routes.tsx'
import { links, newForYou } from './my-page.ts'
import { keptSearches } from './personal-data.ts'
import { followDocuments, followMeanings, followRings, tellSubscribers } from './reactions.ts'
import { retention } from './retention.ts'
import { followReturns, stopMailbox } from './return-reactions.ts'
import { routes } from './routes.tsx'
import { countLists, forgetTold, tellAtOnce, tellInTheMorning } from './schedules.ts'
import { newSubscriptionPath } from './subscription.ts'

export default defineFeature({
  name: 'subscriptions',
  dependsOn: [
    'accounts',
    'check',
    'inbound-mail',
    'mail',
    'meaning',
    'moderation',
    'my-page',
    'organisations',
    'search',
  ],
  routes: [...routes, ...managingRoutes, ...mailboxRoutes],
  activities: ['mailbox.asked', 'mailbox.confirmed', 'mailbox.taken-away'],
  recordsOnly: ['mailbox.asked', 'mailbox.confirmed', 'mailbox.taken-away'],
  documentFollowers: [followDocuments],
  reactions: [tellSubscribers, followRings, followReturns],
  mailReturns: [stopMailbox],
  meaningFollowers: [followMeanings],
  jobs: [matchChanges, matchMeanings, planDigest, makeDigest, rereadSearches, countKeptLists],
  schedules: [tellAtOnce, tellInTheMorning, countLists, forgetTold],
  retention,
  mySections: [newForYou],
  myLinks: links,
  watching: [{ pathFor: newSubscriptionPath }],
  personalData: [keptSearches],
  done: [
    { key: 'subscribed', says: 'We will tell you of it. This is all that you are told of.' },
    { key: 'subscription-changed', says: 'You changed what you are told.' },
    { key: 'subscription-ended', says: 'You ended it. You are told nothing more for it.' },
    { key: 'mail-stopped', says: 'No more mail of these subscriptions is sent.' },
    { key: 'mail-resumed', says: 'Mail of these subscriptions is sent again.' },
    { key: 'mail-limited', says: 'You changed how much is sent.' },
    {
      key: 'mailbox-asked',
      says: 'We asked this mailbox. Mail goes there once somebody who reads it says yes.',
    },
    { key: 'mailbox-taken-away', says: 'You took the mailbox away. No more mail is sent there.' },
  ],
})
