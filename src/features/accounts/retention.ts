import type { Slots } from '#plumbing/feature.ts'

/** What accounts keep of a person, as the privacy notice says it. */
export const retention: Slots['retention'][] = [
  {
    order: 20,
    what: 'Your account: your work e-mail address, and the name, role and offer of help you give',
    why: 'So that you can sign in, and colleagues and others know whom they deal with.',
    until: 'Until you erase it. The name is public only if you say so.',
  },
  {
    order: 22,
    what: 'Which organisations you speak for, since when, and who confirmed it',
    why: 'So that an organisation can see who spoke for it and when.',
    until: 'For good; once you are erased, it leads to nobody.',
  },
  {
    order: 24,
    what: 'Where you are signed in: the kind of browser, since when, and when it was last used',
    why: 'To keep you signed in, and so that you can end what you do not know.',
    until: 'Until you sign out, and 30 days at most.',
  },
  {
    order: 25,
    what: 'The day on which you last used Pipeline',
    why: 'So that what waits for someone who is gone passes to a colleague, and not from someone who is here.',
    until: 'Until you erase your account.',
  },
  {
    order: 26,
    what: 'A sign-in that was asked for, with the address it was asked for',
    why: 'To check the link and the code of the mail.',
    until: 'Up to an hour after the 15 minutes in which it is good.',
  },
  {
    order: 28,
    what: 'Your former address, after you changed it',
    why: 'Because mail to it may still be kept, and has to be erased with you.',
    until: '31 days.',
  },
]
