/** Small letters of other scripts that look like Latin ones. */
const ALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
}

/**
 * What a name of a person or an agency is to the eye: two of one key cannot be told apart on a screen or in the log.
 * Without case, accents, blanks, signs and what is invisible.
 */
export const nameKey = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .filter((character) => !/[\p{M}\p{C}\p{Z}\p{P}]/u.test(character))
    .map((character) => ALIKE[character] ?? character)
    .join('')

/** Is one of these names to the eye the same as this one? */
export const isAlikeToOne = (name: string, names: readonly string[]): boolean => {
  const key = nameKey(name)
  return names.some((each) => each === name || (key !== '' && nameKey(each) === key))
}
