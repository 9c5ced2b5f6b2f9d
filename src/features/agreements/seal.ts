import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'

export type KeyPair = { private_pem: string; public_pem: string }

/** A new key of Ed25519 (RFC 8032). */
export function newKey(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    private_pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    public_pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  }
}

/** The installation's signature over a text, as hexadecimal digits. */
export const sealOf = (text: string, { private_pem }: Pick<KeyPair, 'private_pem'>) =>
  sign(null, Buffer.from(text), createPrivateKey(private_pem)).toString('hex')

/** Whether a seal is that of a text by the one key; a key or seal written in any other way is none. */
export function isSealOf(text: string, seal: string, public_pem: string): boolean {
  if (!/^[\da-f]{128}$/.test(seal)) return false
  try {
    const key = createPublicKey(public_pem)
    const isPlain =
      key.asymmetricKeyType === 'ed25519' && key.export({ type: 'spki', format: 'pem' }) === public_pem
    return isPlain && verify(null, Buffer.from(text), key, Buffer.from(seal, 'hex'))
  } catch {
    return false
  }
}
