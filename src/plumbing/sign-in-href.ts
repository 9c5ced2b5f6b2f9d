/** The page to sign in at, and come back from to this address. */
export const signInHref = (url: string) => `/sign-in?next=${encodeURIComponent(url)}`
