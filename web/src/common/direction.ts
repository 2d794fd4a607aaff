/** The `dir` of a field for words of any script: the value's own, and the page's while there is only a hint to show. */
export function directionOf(value: string): 'auto' | undefined {
  return value === '' ? undefined : 'auto'
}
