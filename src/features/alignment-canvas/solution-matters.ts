/** What some partners cannot do without and others cannot accept: the same list for both, so that the two can be held together. */
export const mattersOfSolution: Record<string, string> = {
  'open-code': 'Code that is open for others to use',
  'one-for-all': 'The same product for all partners',
  'own-brand': 'Our own name and look on it',
  'joined-up': 'A join to our main system',
  'new-system': 'A new system in place of ours',
  'no-install': 'Use without installing anything',
  cloud: 'Hosting in the cloud',
  'sign-in': 'Residents signing in',
  'without-computer': 'A way in by telephone or in person',
  'personal-data': 'Personal data passing between partners',
  'new-licences': 'New licences to pay for each year',
  'one-supplier': 'One supplier for all of it',
  'new-roles': 'Changes to jobs or teams',
  welsh: 'Welsh as well as English',
}
