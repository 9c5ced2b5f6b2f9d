// What people call services whose names and descriptions in the list have other words; the likeliest number first.
const everyday: [RegExp, number[]][] = [
  [/\b(bin|bins|rubbish|trash|garbage|refuse collections?)\b/, [524, 526]],
  [/\b(council|local|waste|rubbish) (tip|dump)\b|\brecycling cent(re|er)s?\b/, [531]],
  [/\bpot ?holes?\b/, [557]],
  [/\b(lamp ?posts?|street ?(lights?|lamps?))\b/, [564]],
  [/\b(rats?|mice|cockroach(es)?|wasps?)\b/, [431]],
  [/\bblue badges?\b/, [279]],
  [/\b(parking (tickets?|fines?)|penalty charge)/, [471]],
  [/\blollipop\b/, [573]],
  [/\bmeals? on wheels\b/, [315]],
  [/\bcare homes?\b/, [292]],
  [/\b(home ?care|domiciliary)\b/, [242]],
  [/\b(council (houses?|housing|flats?)|housing ((waiting )?list|register))\b/, [92, 86]],
  [/\b(ehcps?|ehc plans?)\b/, [8]],
  [/\b(dfg|disabled facilities)\b/, [137]],
  [/\bplanning permissions?\b/, [487, 485]],
  [/\b(foi|eir)s?\b/, [722]],
  [/\b(gdpr|subject access)\b/, [826]],
  [/\b(mou?ld|damp)\b/, [141, 1821]],
]

/** Numbers of the services that a text means by everyday words, such as "bins"; most texts mean none. */
export function everydayServices(text: string): number[] {
  const words = text.toLowerCase()
  return [...new Set(everyday.flatMap(([called, ids]) => (called.test(words) ? ids : [])))]
}
