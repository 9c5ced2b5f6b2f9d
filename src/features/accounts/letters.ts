import type { Letter } from '#features/mail/index.ts'
import { organisationPeoplePath } from './person.ts'
import { signInMinutes } from './sign-in.ts'
import { reasonLabels, type SuspensionReason } from './suspension.ts'

/** The mail by which someone signs in. */
export const signInLetter = ({ path, code }: { path: string; code: string }): Letter => ({
  subject: 'Sign in to Pipeline',
  parts: [
    { paragraph: 'Open this in the browser where you asked for it, and you are in:' },
    { action: { label: 'Sign in to Pipeline', href: path } },
    { paragraph: 'On another device, or if the link asks for it, type this code:' },
    { code },
    {
      paragraph: `Link and code work once, for ${signInMinutes} minutes. Nobody from Pipeline will ever ask you for them.`,
    },
  ],
  why: 'You get this because someone asked to sign in with your address. If that was not you, do nothing: nobody gets in without this mail.',
})

type Named = { name: string; slug: string }

/** Whom a letter goes to, and so why they get it. */
export type Deciders = 'leads' | 'curators'

const whyDeciders = (organisation: Named, whom: Deciders) =>
  whom === 'leads'
    ? `You get this because you are a lead of ${organisation.name} on Pipeline.`
    : `You get this because you are a curator of Pipeline, and ${organisation.name} has no lead who could decide.`

// No letter names a third person: it would stay in a mailbox, and in the outbox, after they were erased.
/** To those who decide: someone asks to speak for an organisation. */
export const membershipRequestLetter = ({
  organisation,
  domain,
  whom,
}: {
  organisation: Named
  domain: string
  whom: Deciders
}): Letter => ({
  subject: `Someone asks to speak for ${organisation.name}`,
  parts: [
    {
      paragraph: `Someone with an address at ${domain} asks to speak for ${organisation.name} on Pipeline. That lets them publish in its name.`,
    },
    { paragraph: 'See who it is, and confirm only whom you know to work there.' },
    { action: { label: 'See who asks', href: organisationPeoplePath(organisation.slug) } },
  ],
  why: whyDeciders(organisation, whom),
})

/** To those who decide: a member asks to be a lead. */
export const leadRequestLetter = ({
  organisation,
  whom,
}: {
  organisation: Named
  whom: Deciders
}): Letter => ({
  subject: `A member of ${organisation.name} asks to be a lead`,
  parts: [
    {
      paragraph: `Someone who speaks for ${organisation.name} on Pipeline asks to be a lead. Leads say who else may speak for it.`,
    },
    { action: { label: 'See who asks', href: organisationPeoplePath(organisation.slug) } },
  ],
  why: whyDeciders(organisation, whom),
})

/** To curators: nobody is left who says who speaks for an organisation. */
export const withoutLeadLetter = ({ organisation }: { organisation: Named }): Letter => ({
  subject: `${organisation.name} has no lead any more`,
  parts: [
    {
      paragraph: `The last lead of ${organisation.name} is no longer one. Until there is another, curators decide who may speak for it.`,
    },
    {
      action: {
        label: `Who speaks for ${organisation.name}`,
        href: organisationPeoplePath(organisation.slug),
      },
    },
  ],
  why: 'You get this because you are a curator of Pipeline.',
})

export type MembershipNews = 'confirmed' | 'refused' | 'ended' | 'made-lead' | 'made-member' | 'not-lead'

type Words = { subject(name: string): string; says(name: string, whom: Deciders): string }

const ifMistaken = (whom: Deciders) =>
  whom === 'leads'
    ? 'If you think that is a mistake, talk to your colleagues who lead there.'
    : 'Nobody leads there on Pipeline yet, so a curator of Pipeline decided. If you think that is a mistake, write to the people who run Pipeline.'

const refusals: MembershipNews[] = ['refused', 'not-lead']

const news: Record<MembershipNews, Words> = {
  confirmed: {
    subject: name => `You may speak for ${name}`,
    says: name => `You can now publish for ${name} on Pipeline.`,
  },
  refused: {
    subject: name => `${name} did not confirm you`,
    says: (name, whom) => `You asked to speak for ${name}. The answer was no. ${ifMistaken(whom)}`,
  },
  ended: {
    subject: name => `You no longer speak for ${name}`,
    says: name =>
      `Your membership of ${name} on Pipeline was ended. What you published for it stays with ${name}; your account stays yours.`,
  },
  'made-lead': {
    subject: name => `You are a lead of ${name}`,
    says: name => `You now say who may speak for ${name} on Pipeline, and hear when someone asks.`,
  },
  'made-member': {
    subject: name => `You are no longer a lead of ${name}`,
    says: name => `You still speak for ${name} on Pipeline, and others decide who else may.`,
  },
  'not-lead': {
    subject: name => `You stay a member of ${name}`,
    says: (name, whom) =>
      `You asked to be a lead of ${name}. The answer was no; you still speak for it as before. ${ifMistaken(whom)}`,
  },
}

/** To a person: what was decided about their place in an organisation, where `whom` decides. */
export const membershipLetter = ({
  organisation,
  what,
  whom,
}: {
  organisation: Named
  what: MembershipNews
  whom: Deciders
}): Letter => ({
  subject: news[what].subject(organisation.name),
  parts: [
    { paragraph: news[what].says(organisation.name, whom) },
    ...(whom === 'curators' && refusals.includes(what)
      ? [{ action: { label: 'Who runs Pipeline, and how to write to them', href: '/privacy' } }]
      : []),
    { action: { label: 'Open your account', href: '/account' } },
  ],
  why: 'You get this because it was decided about you. It is never sent for anything else.',
})

/** To a new address: the code that shows it is theirs. */
export const newAddressLetter = ({ code }: { code: string }): Letter => ({
  subject: 'Confirm your new address for Pipeline',
  parts: [
    { paragraph: 'Type this code where you are signed in to Pipeline, and this becomes your address there:' },
    { code },
    { paragraph: `The code works once, for ${signInMinutes} minutes.` },
  ],
  why: 'You get this because someone gave this as their new address. If that was not you, do nothing.',
})

/** To an address that was left behind. */
export const oldAddressLetter = (): Letter => ({
  subject: 'Your address on Pipeline was changed',
  parts: [
    {
      paragraph:
        'Your account on Pipeline now has another address. This one no longer signs in to it, and will get no more mail about it.',
    },
    {
      paragraph:
        'If that was not you, somebody else used your account. Write to the people who run this site.',
    },
  ],
  why: 'You get this because this was the address of the account until now.',
})

/** To a person whose account was suspended, or let in again. */
export const suspensionLetter = ({ reason }: { reason: SuspensionReason | null }): Letter => ({
  subject: reason ? 'Your account on Pipeline is suspended' : 'Your account on Pipeline is open again',
  parts: [
    {
      paragraph: reason
        ? `Your account is suspended, because ${reasonLabels[reason].because}. You are signed out everywhere and cannot sign in. What your organisation published stays.`
        : 'You can sign in again as before.',
    },
    ...(reason
      ? [{ paragraph: 'If that is a mistake, write to the people who run this site.' }]
      : [{ action: { label: 'Sign in', href: '/sign-in' } }]),
  ],
  why: 'You get this because it was decided about your account.',
})
