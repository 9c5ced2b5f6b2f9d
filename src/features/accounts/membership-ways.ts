declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What else can be done about a confirmed place in an organisation, in words for whose it is and for those who decide. */
    membershipWays: { own: string; others: string; hrefFor(membershipId: string): string }
  }
}

/** A way as the page shows it to whoever looks at it. */
export type MembershipWay = { label: string; href: string }
