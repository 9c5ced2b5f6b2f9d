import { hasBodyWord, isAlsoSurname, legalBody } from './body-words.ts'
import { namesIn } from './supplier-names.ts'

// Given names that are common in the United Kingdom: a supplier called by one of them and a surname is a person.
const givenNames = new Set(
  `aaron abdul abigail adam adrian ahmed aisha alan albert alex alexander alexandra alice alison alistair amanda amber
  amelia amy andrea andrew andy angela anita ann anna anne annette anthony antony arthur asha ashley barbara barry
  beatrice becky ben benjamin bernard beth beverley bill bob brenda brian bruce bryan callum calum cameron carl carla
  carol caroline carolyn catherine catriona charles charlie charlotte cheryl chloe chris christina christine
  christopher claire clare clive colin connor craig cynthia daniel danielle darren dave david dawn dean deborah debbie
  debra denise dennis derek diana diane dominic donald donna dorothy douglas duncan dylan edward eileen elaine eleanor
  elizabeth ella ellen ellie emily emma eric erin ethan euan eva evelyn ewan fatima finlay fiona frances francesca
  francis frank fred freya gail gareth gary gavin gemma geoff geoffrey george georgia gerald gerard gillian glen
  glenn gordon grace graeme graham grant greg gregory gwen hannah harold harriet harry hassan hayley hazel heather
  helen henry hilary holly howard hugh iain ian imran irene isabel isla jack jackie jacqueline jacob jake james jamie
  jan jane janet janice jason jasmine jay jayne jean jeff jeffrey jennifer jenny jeremy jessica jill jim joan joanna
  joanne joe john jonathan jordan joseph josh joshua joy joyce judith judy julia julian julie june karen kate
  katherine kathleen kathryn katie kay keith kelly ken kenneth kerry kevin kieran kim kirsty kyle laura lauren
  lawrence leah leanne lee leigh leon leonard lesley leslie lewis liam lily linda lindsay lisa liz lois loraine
  lorna lorraine louis louise lucy luke lydia lynda lynn lynne malcolm mandy marc marcus margaret maria marian marie
  marilyn marion mark martha martin mary matthew maureen maxine megan melanie melissa michael michelle mike miriam
  mohamed mohammad mohammed molly monica muhammad nadia naomi natalie natasha nathan neil niall nicholas nick nicky
  nicola nigel noah norman olive oliver olivia omar owen pamela pat patricia patrick paul paula pauline penny peter
  philip phillip phoebe priya rachael rachel raymond rebecca rhys richard rita rob robert roberta robin roger ron
  ronald rory rosemary rosie ross roy ruby russell ruth ryan sally sam samantha samuel sandra sara sarah sean shane
  shannon sharon sheila shirley simon sophia sophie stacey stanley stella stephanie stephen steve steven stewart
  stuart sue susan suzanne sylvia tara terence teresa terry theresa thomas tim timothy tina toby tom tony tracey
  tracy trevor valerie vanessa vera veronica vicki vicky victor victoria vincent vivien wayne wendy william yasmin
  yvonne zoe`.split(/\s+/),
)

const honorific = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame|lady)\b\.?\s/i
const initials = /^(?:\p{Lu}\.?\s?){1,3}\s?\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?$/u
const surnameFirst = /^\p{L}[\p{L}'’-]+,\s*(?:\p{L}+|(?:\p{L}\.?\s?){1,3})$/u

/** What is said in place of the name of a supplier who is a person. */
export const anIndividual = 'An individual'

/** Words by which a register says that it names no one because it is a person. */
export const isRedacted = (name: string) =>
  /^\W*(redacted|name redacted|redacted .*|(private )?individual(\W+(personal|name|data|details|information|redacted|withheld|gdpr))+|personal (data|information|details)|withheld|individual|an individual|private individual|sole trader|gdpr)\W*$/i.test(
    name,
  )

/** Whether a word has letters of two alphabets that look alike: it may be meant to be taken for another. */
const mixesAlphabets = (name: string) =>
  name
    .split(/\P{L}+/u)
    .some(word => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word))

/** Whether a name says that it is a company or another body, so that it may have a page without anybody being asked. */
export const isSurelyBody = (name: string) =>
  legalBody.test(name) && !couldBeIndividual(name) && !mixesAlphabets(name)

/** Whether a name stands for several suppliers at once, or for none in particular. */
export const isNobodyInParticular = (name: string) =>
  /[|;]/.test(name) ||
  /^\W*(various|multiple|several|numerous|see .*|n\/?a|none|tb[ac]|unknown|not (applicable|known|awarded)|various suppliers|multiple suppliers|framework|\d+ suppliers)\W*$/i.test(
    name,
  )

/** The name of who trades, without the name that they trade under, and its words. */
function saidOf(name: string): { said: string; words: string[] } {
  const [who = name] = namesIn(name.trim().replace(/\s+/g, ' '))
  return { said: who, words: who.replaceAll(',', ' ').split(/\s+/).filter(Boolean) }
}

/**
 * Whether a supplier’s name is, as far as a name tells, that of a person: with a title, of a given name and a surname, or
 * of initials and a surname, and no word of a business in it. Sole traders trade so; what they earn is about a person.
 */
export function looksLikeIndividual(name: string): boolean {
  const { said, words } = saidOf(name)
  if (honorific.test(said)) return !/\b(ltd|limited|llp|plc|cic|inc)\b/i.test(said)
  const isNamed = givenNames.has(words[0]?.toLowerCase() ?? '')
  if (isNamed && words.length === 2 && isAlsoSurname(words[1]!)) return true
  if (hasBodyWord(said) || /\d/.test(said)) return false
  if (words.length < 2 || words.length > 4) return false
  return isNamed || surnameFirst.test(said) || initials.test(said)
}

const capitalised = /^(?:\p{Lu}[\p{L}'’.-]*|d[aeiu]|von|van|der|den|al|el|bin|ibn|ap|ab|ul)$/u
const small = /^\p{Ll}[\p{Ll}'’.-]*$/u
// "PSR" within a name, or "KPMG" before it; "JR" and "JRR" are somebody's initials.
const isAbbreviation = (word: string, at: number) =>
  /^[B-DF-HJ-NP-TV-XZ]{3,}$/.test(word) && (at > 0 || word.length > 3)

/**
 * Whether a supplier’s name could be a person’s: two or three words, and none that only bodies have. Given names are too
 * many to know, so that others have to be asked about.
 */
export function couldBeIndividual(name: string): boolean {
  if (looksLikeIndividual(name)) return true
  const { said, words } = saidOf(name)
  if (hasBodyWord(said) || /[^\p{L}\s,.'’-]/u.test(said)) return false
  if (words.length < 2 || words.length > 3) return false
  const isShouted = said === said.toUpperCase()
  if (!isShouted && words.some(isAbbreviation)) return false
  return words.every(word => capitalised.test(word)) || words.every(word => small.test(word))
}
