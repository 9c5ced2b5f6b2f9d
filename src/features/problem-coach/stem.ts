import { speaksOfPeople } from './people.ts'

const joiners =
  /^(?:[\s,:;–-]|\b(?:and|or|a|an|the|new|our|of|for|to|with|by|in|on|into|using|through|via|can|how|exploring|based|suite|solution|system|systems|tool|service|programme|project|digital|phase|discovery|support|implementation|replacement|integration|procurement|development)\b)+/iu
const trailing =
  /(?:[\s,:;–-]|\b(?:and|or|a|an|the|new|our|of|for|to|with|by|in|on|into|using|through|via|based|innovation)\b)+$/iu
const purpose =
  /\b(?:for|in|of|into|on|about|around|to help|to aid|to support|to improve|to unlock|to reduce|to manage|to|so that)\s+(.+)$/iu
const bettering =
  /^(?:(?:help(?:ing)?(?: to)?|aid(?:ing)?|support(?:ing)?|improv(?:e|ing)|mak(?:e|ing)|enabl(?:e|ing)|reduc(?:e|ing)|unlock(?:ing)?|solv(?:e|ing)|speed(?:ing)? up|better)\s+)+/iu
const verbFirst =
  /^(?:manag(?:e|ing)|triag(?:e|ing)|handl(?:e|ing)|answer(?:ing)?|process(?:ing)?|report(?:ing)?|book(?:ing)?|pay(?:ing)?|apply(?:ing)?|track(?:ing)?|predict(?:ing)?|prevent(?:ing)?|monitor(?:ing)?|assess(?:ing)?|find(?:ing)?|share|sharing|identif(?:y|ying)|collect(?:ing)?|record(?:ing)?|plan|check(?:ing)?|produce|producing|schedul(?:e|ing)|submit|view|connect|raise|request(?:ing)?) \p{L}/iu
// What the council itself does; words that are also a noun ('link', 'design') are left out.
const ourVerbFirst =
  /^(?:tell|let|give|show|send|keep|inform|notify|remind|explain|understand|detect|decide|determine|calculate|verify|validate|protect|encourage|engage|allow|ensure|bring|communicate|respond|reach|learn|join up|deal|simplify|streamline) \p{L}/iu
const empty = /^(?:the |our |a )?(?:council|councils|local government|us|it|all|everyone)?$/iu

/**
 * A beginning in the writer's own words: the title's matter without the solution. 'Chatbot for council tax questions'
 * → 'What goes wrong with council tax questions is that …'.
 */
export function stemFor(title: string, solutions: RegExp[]): string {
  const bare = (text: string) =>
    solutions
      .reduce((left, pattern) => left.replace(pattern, ' '), text)
      .replace(/\(\s*\)/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(joiners, '')
      .replace(trailing, '')
      .replace(/[.?!]+$/, '')
      .replace(/^\(|^[^(]*\)$/, '')
      .trim()
      .replace(bettering, '')
  const after = purpose.exec(title)?.[1] ?? ''
  const matter = [bare(after), bare(title)].find(text => text.length > 3 && !empty.test(text))
  if (!matter) return 'What goes wrong today is that …, for …'
  if (verbFirst.test(matter)) return `When people have to ${asInfinitive(matter)}, what goes wrong is …`
  if (ourVerbFirst.test(matter)) return `What makes it hard to ${lowerFirst(matter)} is that …, for …`
  if (speaksOfPeople(matter)) return `What goes wrong for ${lowerFirst(matter)} is that …`
  return `What goes wrong with ${lowerFirst(matter)} is that …, for …`
}

// A capital further on speaks for a name, whose own capital stays.
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) && !/ \p{Lu}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text

const doubled = /([bdgmnprt])\1$/
const takesE = /(?:[aeiou](?:c|v|s|z|g)|[^aeiou](?:dl|tl|bl|pl)|u[lc]|[ai]g|ar|ac)$/

/** 'triaging planning applications' → 'triage planning applications'. */
function asInfinitive(text: string): string {
  const [verb = '', ...rest] = lowerFirst(text).split(' ')
  if (!verb.endsWith('ing')) return [verb, ...rest].join(' ')
  const base = verb.slice(0, -3)
  const plain = doubled.test(base) ? base.slice(0, -1) : takesE.test(base) ? `${base}e` : base
  return [plain, ...rest].join(' ')
}
