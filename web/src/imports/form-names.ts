import type { DELIMITERS } from '@proofmark/contract/profile-fields'

/** What each delimiter is called in the catalogue. */
export const DELIMITER_NAMES: Readonly<Record<(typeof DELIMITERS)[number], string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}

/** An encoding as people write its name. */
export const encodingName = (encoding: string): string => encoding.toUpperCase().replace('WINDOWS', 'Windows')
