import type { PasswordFault } from '@proofmark/contract/sign-in-words'

export const PASSWORD_LEAST = 12

/** What people choose when twelve characters are asked for: words and rows of keys, said once or over and over. */
const COMMON = [
  'password',
  'passwort',
  'motdepasse',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'proofmark',
  'firearm',
  'firearms',
  'police',
  'customs',
  'changeme',
  'iloveyou',
  'football',
  'monkey',
  'dragon',
  'master',
  'sunshine',
  'princess',
  'secret',
  'qwerty',
  'qwertyuiop',
  'qwertz',
  'qwertzuiop',
  'azerty',
  'azertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1q2w3e4r5t6y7u8i9o0p',
  '12345678901234567890',
  '09876543210987654321',
]

/** Letters as people disguise them. */
const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  1: 'i',
  '!': 'i',
  0: 'o',
  $: 's',
  5: 's',
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '')
/** Without the figures and signs around it, and with the letters that those within it stand for. */
const undisguised = (text: string): string =>
  lettersOf(
    [...text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')].map((each) => DISGUISES[each] ?? each).join(''),
  )

const WORDS = COMMON.map(lettersOf).filter((word) => word !== '')
const isOneWord = (letters: string): boolean =>
  WORDS.some(
    (word) => letters.length >= word.length && word.repeat(Math.ceil(letters.length / word.length)).startsWith(letters),
  )

/**
 * What is wrong with a password for this account, or null. Length and no rule of composition (NIST SP 800-63B, 3.1.1.2);
 * not the account's own name; none of those that are tried first, nor one of their words said over and over.
 */
export function passwordFault(password: string, accountName: string): PasswordFault | null {
  const typed = plain(password)
  if ([...typed].length < PASSWORD_LEAST) return 'too_short'
  const name = plain(accountName).replaceAll(/\s/g, '')
  if (name.length > 2 && typed.replaceAll(/\s/g, '').includes(name)) return 'name'
  const row = COMMON.some((keys) => keys.includes(typed))
  const common = row || new Set(typed).size < 4 || isOneWord(lettersOf(typed)) || isOneWord(undisguised(typed))
  return common ? 'common' : null
}
