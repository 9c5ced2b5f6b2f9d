import { versionPath } from './agreement.ts'

export const textPath = (slug: string, number: number) => `${versionPath(slug, number)}/agreement.txt`
export const wordPath = (slug: string, number: number) => `${versionPath(slug, number)}/agreement.docx`
export const evidencePath = (slug: string, number: number) => `${versionPath(slug, number)}/evidence.json`
export const bundlePath = (slug: string, number: number) => `${versionPath(slug, number)}/evidence.zip`

/**
 * Checks an unpacked bundle without anything of ours: that each signature is one of the text, follows the one before, and
 * bears the seal of the key. It needs OpenSSL 3.
 */
export const checkCommands = `text=$(sha256sum < agreement.txt | cut -c 1-64)
before=$text
for record in signature-*.txt; do
  grep -qx "Agreement: $text" "$record" &&
    grep -qx "Before: $before" "$record" &&
    openssl pkeyutl -verify -rawin -pubin -inkey key.pem \\
      -in "$record" -sigfile "\${record%.txt}.sig" ||
    { echo "$record DOES NOT FIT"; break; }
  before=$(sha256sum < "$record" | cut -c 1-64)
done`
