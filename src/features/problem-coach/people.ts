/** Words for people, as residents, officers and businesses are called. */
export const people =
  /\b(?:residents?|people|persons?|citizens?|customers?|tenants?|leaseholders?|landlords?|famil(?:y|ies)|parents?|carers?|child(?:ren)?|pupils?|students?|young|older|disabled|patients?|households?|neighbours?|visitors?|drivers?|cyclists?|pedestrians?|passengers?|businesses|traders?|shopkeepers?|owners?|applicants?|claimants?|taxpayers?|payers?|voters?|electors?|officers?|staff|crews?|teams?|social workers?|caseworkers?|planners?|inspectors?|wardens?|librarians?|teachers?|schools?|nurses?|doctors?|councillors?|members?|volunteers?|charit(?:y|ies)|contractors?|agents?|developers?|suppliers?|employees|colleagues|managers?|callers?|users?|women|men|adults?|migrants?|refugees?|veterans?|couples?|bereaved|homeless|communit(?:y|ies)|victims?|witnesses)\b/iu

const many =
  'residents|people|citizens|customers|tenants|leaseholders|families|parents|carers|children|pupils|households|drivers|businesses|applicants|taxpayers|officers|staff|crews|social workers|planners|teachers|schools|councillors|volunteers|users'

/** Whether a phrase speaks of people, and not of what is theirs: 'young carers in towns', but not 'family context'. */
export const speaksOfPeople = (phrase: string) =>
  new RegExp(`^(?:\\p{L}+ )?(?:${many})(?: (?:in|with|who|at|on|of)\\b|$)`, 'iu').test(phrase)
