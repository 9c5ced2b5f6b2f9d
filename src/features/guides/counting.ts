/** What says of itself that it is a program: it is given the file, and not counted. */
const program =
  /(?<!cu)bot\b|crawl|spider|slurp|preview|fetch|scan|monitor|headless|phantom|puppeteer|playwright|selenium|curl|wget|python|java\/|go-http|okhttp|axios|node|libwww|httpclient|postman/i

export const isProgram = (agent: string) => agent.trim() === '' || program.test(agent)

/** One browser counts once a day for each template, whether it took it filled in, blank or both. */
export const perBrowser = { most: 1, minutes: 1440 }

/** A council's officers share an address; more than this a day from one address are no officers. */
export const perNetwork = { most: 40, minutes: 1440 }
