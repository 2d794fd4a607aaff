/**
 * What else a character may be: those that markings, photographs and clerks confuse with it (DOMAIN 4.7), likeliest
 * first. For drawing, and for offering doubts; what a search finds is the server's business.
 */
const DOUBTS: Readonly<Record<string, string>> = {
  '0': 'OQD',
  O: '0QD',
  Q: 'O09',
  D: 'O0Q',
  '1': 'IL7J',
  I: '1LJ',
  L: '1IJ',
  J: '1IL',
  '7': '1T',
  T: '7',
  '2': 'Z',
  Z: '2N',
  '3': 'E',
  E: '3',
  '4': 'AH',
  A: '4',
  '5': 'S',
  S: '5',
  '6': 'G9',
  G: '6C',
  '8': 'B',
  B: '8',
  '9': '6P',
  C: 'G',
  H: 'N4',
  N: 'HZ',
  P: 'R9',
  R: 'P',
  U: 'VY',
  V: 'UY',
  Y: 'UV',
  K: 'X',
  X: 'K',
  M: 'W',
  W: 'M',
}

/** What else a character may be, likeliest first; empty where nothing is known to be confused with it. */
export function doubtsAbout(character: string): readonly string[] {
  return [...(DOUBTS[character] ?? '')]
}
