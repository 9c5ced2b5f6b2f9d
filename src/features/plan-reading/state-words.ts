const done =
  /^(?:done|complete[d]?|finished|closed|delivered|achieved|resolved|released|shipped|signed off|yes|y|true|x|✓|✔|1|100 ?%?)$/i
const dropped = /^(?:cancel+ed|dropped|abandoned|won['’]?t (?:do|fix)|removed|n\/?a|not applicable)$/i
const open =
  /^(?:|-+|to[- ]?do|open|new|planned|backlog|next|not started|not yet|pending|no|n|false|0|in progress|doing|started|ongoing|under way|underway|active|on track|on hold|blocked|waiting|delayed|late|overdue|at risk|red|amber|green|blue|deferred|\d{1,2} ?%)$/i

export type SaidState = 'done' | 'to do' | 'dropped' | 'unknown'

/** What a cell says of how something stands, in the words of plans and boards. */
export function readState(text: string): SaidState {
  const said = text.trim()
  if (done.test(said)) return 'done'
  if (dropped.test(said)) return 'dropped'
  return open.test(said) ? 'to do' : 'unknown'
}

/** Whether a list of a board holds what is done, by its name. */
export const isListOfDone = (name: string) =>
  /\b(?:done|complete[d]?|finished|closed|delivered|achieved|live|released|shipped)\b/i.test(name) &&
  !/\bnot\b|\bto be\b/i.test(name)
