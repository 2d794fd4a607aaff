/** Ids of words that no table knows begin here; below stand codes of the tables. */
export const UNREAD = 1 << 24
/** Nothing is stated. */
export const NOTHING = -1

/** Gives each word of a field a number, so that records hold numbers. Two rolls that are compared share one list. */
export class WordList {
  private readonly ids = new Map<string, number>()
  private readonly coded: string[] = []
  private readonly unread: string[] = []

  /** The number of a code that a table knows. */
  ofCode(code: string): number {
    const known = this.ids.get(code)
    if (known !== undefined) return known
    this.ids.set(code, this.coded.length)
    return this.coded.push(code) - 1
  }

  /** The number of a word that no table knows, folded. */
  ofUnread(folded: string): number {
    const key = `~${folded}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = UNREAD + this.unread.length
    this.ids.set(key, id)
    this.unread.push(folded)
    return id
  }

  /** The codes in the order of their numbers. */
  codes(): readonly string[] {
    return this.coded
  }
}
