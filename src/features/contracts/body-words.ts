/** Words by which the law tells that a name is a body's: it may have a page without anybody being asked. */
export const legalBody =
  /\b(ltd|limited|llp|plc|cic|cio|cyf|cyfyngedig|inc|gmbh|university|college|council|nhs|trust|association|society|foundation|institute|federation|academy|school|church|alliance|authority|partnership)\b/i

const trade = `accountancy accountants action adult advertising advice advocacy agency alarms ambulance animal appliances
  archive architects architecture arts assessments asset assets associates association audio audit auto autocentres
  automation autos bakery bank bathrooms blinds bookkeeping books boxes bros brothers builder builders building buildings
  bus buses business cab cabs capital car care carers caretaking cars carpets catering centre centres chambers charity
  chemicals childcare children civil cleaner cleaners cleaning clinic cloud club co coach coaches coaching college
  commercial communication communications community company compliance computer computers computing concrete conference
  connect construct construction contract contracting contractor contractors contracts control controls corp corporate
  corporation council counselling couriers craft creative data dance decorating decorators demolition dental design designs
  development developments digital direct disability disposal distribution doors drainage dynamics ecology education
  educational electric electrical electronics elevators employment energy engineering engineers enterprise enterprises
  entertainment environment environmental equality equipment estate estates events express fabrications facilities families
  farm farms fencing festival films finance financial fire fitness fleet flooring food foods forum framework fuel furniture
  games garage garages garden gardening gas glass global graphics ground grounds group guild hardware health healthcare
  heating heritage highways hire holdings home homes homecare horizons hospice hospital hospitality hostel hotel house
  housing hub hygiene industrial industries industry innovation insight instead institute insulation insurance integrated
  interiors international investment investments joinery kennels kitchens label landscape landscapes landscaping laundry law
  learning legal leisure library licence licences licensing lifts lighting limousines logistics machinery mail maintenance
  management market marketing materials measurement mechanical media medical metal minerals ministries minibus mobile
  mobility motor motors museum music nature network networks news nurseries nursery nursing occupational office
  orchestra organics packaging paint painting panel parcels parking partner partners partnership paths path pest pharmacy
  photography physio planning plant plastics playground plumbing police policy power practice precision press print
  printers printing procurement production productions products professional project projects properties property
  psychology publications publishing pumps purchasing quality rail railway recovery recruitment recycling refrigeration
  refuse regeneration removals renewables rental rentals repairs rescue research residential resource resources
  response restoration retail roofing safety salon scaffolding school schools science scientific security sensor
  sensors services service sewing shop signs skills skip skips smart social society software solicitor solicitors
  solution solutions sons sound specialist specialists sport sports staffing stationers storage storytelling strategic
  strategies strategy street structures studio studios supplies supply support supported surfacing surveying surveyors
  surveys sustainability system systems taxi taxis teaching technical telecom telecoms telecommunications television
  textiles theatre therapies therapy timber tools tours trade traders trading traffic training transport travel treatment
  trees tuition tutoring tutors tyres utilities van vans vehicles ventilation ventures veterinary vets vision waste water
  web welfare windows wireless workshop workshops workspace youth`

// Words of names such as "Royal Mail", "Bright Path" or "Turning Point" that no surname is among.
const ordinary = `active advance advanced african age alliance allied alpha american apex asian associated atlantic authority
  better big birmingham black blue bridge bristol britain british busy call cambridge caring cardiff central change choice
  choices circle citizens city click clear coast comfort complete county creating crown cymru delta different direction
  diverse dream eagle east eastern edinburgh elite emergency england english essential europe european ever every evergreen
  excellence fair faith family federal first focus forward foundation freedom fresh friends future futures general giant
  glasgow golden great greater green grow growth happy harmony help high hope horizon ideal ideas impact imperial
  improvement inclusion inclusive independent inspire ireland irish island jobs journey junction key kids kingdom leeds life
  lifeline link links little live liverpool living local london magic manchester matrix mencap metro metropolitan midland
  midlands millennium mind minds modern mountain national new nexus nhs night north northern northgate nottingham oak ocean
  olympic omega one open opportunities options orange outcomes outlook oxford pacific parents pathway pathways people
  phoenix pioneer planet platinum plus point positive premier premium pride primary prime progress public pure quest
  quick rainbow rapid reach real red regional reliable river rivers rose royal scotland scottish secure senior sheffield
  shelter showcase silver simple sky skyline south southern spectrum star starts step steps sterling stone success summit
  sun sunrise superior sure team thames think together tomorrow total touch town tree triangle trinity trust turning
  unicorn union unique united unity universal university urban valley value venture victory village virgin vital voice
  volunteer voluntary wales wellbeing welsh west western wild women wonder works workers working world yorkshire zebra zone
  active`

// Words of registers, which quote them in remarks.
const register = `annual awarded date description end ending expires expiry extension manager months name none notice ongoing
  option pounds reference renewal review rolling start supplier tbc tender term title unknown until value year years`

const smallWords =
  'a against and at by for from in into of off on or our out over the to under up we with you your'

const forms = `ltd limited llp plc cic cio cyf cyfyngedig ccc inc gmbh bv pty llc lp uk eu it ict hr`

// What somebody may as well be called, whatever their given name.
const surnames = new Set(
  `black best bridge crown day days faith fair glow gold grant green grow hope house joy key king law life little may mind
  new north oak parks power quick rivers rose sky star stone street west wild`.split(/\s+/),
)

/** What follows a given name as a surname, though by itself it is a body's: "Jane Bank". */
export const isAlsoSurname = (word: string): boolean => alsoSurnames.test(word)
const alsoSurnames =
  /^(?:bank|books|britain|bristol|chambers|church|craft|farm|forward|garden|glass|ireland|london|mail|paint|school|water)$/i

const bodies = new Set(
  [trade, ordinary, register, smallWords, forms]
    .flatMap(words => words.split(/\s+/))
    .filter(word => !surnames.has(word)),
)
const kinds =
  /^(?:consult\w*|techno\w*|\p{L}{3,}(?:tech|soft|ware|works|ology|tion|tions|ics|care|serve|corp|plus|link))$/u

/** Whether a word of a name is one that only bodies have, or "&". */
export const hasBodyWord = (name: string): boolean =>
  legalBody.test(name) ||
  name
    .toLowerCase()
    .split(/[^\p{L}&]+/u)
    .some(word => word.includes('&') || (word.length > 1 && (bodies.has(word) || kinds.test(word))))
