import { Secret, TOTP } from 'otpauth'

const PERIOD = 30
const WINDOW = 1

const totp = (secret: Uint8Array, issuer = '', label = ''): TOTP =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  })

/** 160 random bits, as RFC 4226 (section 4, R6) recommends. */
export const newFactorSecret = (): Uint8Array => new Secret({ size: 20 }).bytes

/** The secret for typing (base 32), and the address for a QR code. */
export function factorAddress(secret: Uint8Array, issuer: string, label: string): { secret: string; address: string } {
  const shown = totp(secret, issuer, label)
  return { secret: shown.secret.base32, address: shown.toString() }
}

/**
 * The time step whose code this is (RFC 6238: SHA-1, 30 s, 6 digits; the step before and after also count), or null.
 * Whoever takes a code keeps its step and takes none of it or before it again.
 */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | null {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^[0-9]{6}$/.test(digits)) return null
  const delta = totp(secret).validate({ token: digits, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}

/** The code of a moment. */
export const codeAt = (secret: Uint8Array, now: Date): string => totp(secret).generate({ timestamp: now.getTime() })
