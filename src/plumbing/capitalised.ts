/** The same words with a capital at their beginning, as a value of its own is shown. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
