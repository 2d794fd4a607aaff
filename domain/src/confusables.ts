/**
 * Characters that markings, photographs, scanners and clerks confuse (DOMAIN 4.7).
 *
 * `SKELETON` is a partition: every character belongs to one class, and only the confusions common enough to index are
 * in it. `D` is not folded into `0`. `CLOSE` and `WEAK` weigh in the distance alone.
 */
export const CONFUSABLES_VERSION = 1

/** Class representative and the characters that fold into it. */
export const SKELETON: readonly (readonly [string, string])[] = [
  ['0', '0OQОΟ'],
  ['1', '1IL|ІΙ'],
  ['2', '2ZΖ'],
  ['3', '3З'],
  ['4', '4Ч'],
  ['5', '5SЅ'],
  ['6', '6GБ'],
  ['8', '8BВΒ'],
]

/** Groups whose members replace one another at a quarter of an edit. */
export const CLOSE: readonly string[] = [
  '0OQ',
  '1IL',
  '2Z',
  '3З',
  '4Ч',
  '5S',
  '6GБ',
  '8B',
  'HN',
  'PR',
  'UVY',
  'KX',
  'MW',
]

/** Pairs that replace one another at six tenths of an edit. Rotation pairs stand here too. */
export const WEAK: readonly string[] = [
  '0D',
  'OD',
  'QD',
  '1J',
  'IJ',
  'LJ',
  '17',
  'I7',
  'L7',
  '3E',
  '4A',
  '4H',
  '7T',
  '9P',
  '9G',
  '9Q',
  'CG',
  '69',
  'NZ',
]

/** Letters of other scripts that look like a Latin one. Upper case. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  І: 'I',
  Ѕ: 'S',
  Ј: 'J',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  Ø: 'O',
  Đ: 'D',
  Ł: 'L',
  Ə: 'E',
}

/** What a character shows when the part is read turned round. */
export const TURNED: Readonly<Record<string, string>> = {
  '0': '0',
  '1': '1',
  '6': '9',
  '8': '8',
  '9': '6',
  H: 'H',
  I: 'I',
  M: 'W',
  N: 'Z',
  O: 'O',
  S: 'S',
  W: 'M',
  X: 'X',
  Z: 'N',
}
