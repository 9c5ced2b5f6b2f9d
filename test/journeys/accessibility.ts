/** What axe looks for: WCAG 2.2 A and AA, and what is good practice besides. */
export const accessibility = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
