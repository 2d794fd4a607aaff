const DRAWN_BY_LOT = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g

/** Which stands for which, as far as one pair of answers tells. */
interface Found {
  readonly there: Map<string, string>
  readonly back: Map<string, string>
}

/**
 * Are two answers alike but for what each database draws by lot? An identifier of the one must stand for the same
 * identifier of the other in every answer; moments are not compared. Beside identifiers that holds for the numbers under
 * `numbered` keys, each key with the word for what it numbers.
 */
export class Renaming {
  readonly #there = new Map<string, string>()
  readonly #back = new Map<string, string>()
  readonly #numbered: Readonly<Record<string, string>>

  constructor(numbered: Readonly<Record<string, string>> = {}) {
    this.#numbered = numbered
  }

  #same(one: string, other: string, found: Found): boolean {
    const there = this.#there.get(one) ?? found.there.get(one) ?? other
    const back = this.#back.get(other) ?? found.back.get(other) ?? one
    if (there !== other || back !== one) return false
    found.there.set(one, other)
    found.back.set(other, one)
    return true
  }

  #texts(one: string, other: string, found: Found): boolean {
    const rest = (text: string) => text.replaceAll(MOMENT, 'a moment').replaceAll(DRAWN_BY_LOT, 'an identifier')
    if (rest(one) !== rest(other)) return false
    const others = other.match(DRAWN_BY_LOT) ?? []
    return (one.match(DRAWN_BY_LOT) ?? []).every((each, at) => this.#same(each, others[at]!, found))
  }

  /** Where the two part, with both values; null where they are alike. Only of those that are is anything learned. */
  difference(one: unknown, other: unknown): string | null {
    const found: Found = { there: new Map(), back: new Map() }
    const parted = this.#parted(one, other, '', found)
    if (parted) return parted
    for (const [id, twin] of found.there) this.#there.set(id, twin)
    for (const [twin, id] of found.back) this.#back.set(twin, id)
    return null
  }

  #parted(one: unknown, other: unknown, at: string, found: Found): string | null {
    const parted = `${at || 'the whole'}: ${JSON.stringify(one)?.slice(0, 300)} | ${JSON.stringify(other)?.slice(0, 300)}`
    if (typeof one === 'string' && typeof other === 'string') {
      const numbered = this.#numbered[at.slice(at.lastIndexOf('.') + 1)]
      const number = numbered !== undefined && /^\d+$/.test(one) && /^\d+$/.test(other)
      const same = number
        ? this.#same(`${numbered} ${one}`, `${numbered} ${other}`, found)
        : this.#texts(one, other, found)
      return same ? null : parted
    }
    if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
      return Object.is(one, other) ? null : parted
    const [entries, others] = [Object.entries(one), new Map(Object.entries(other))]
    if (entries.length !== others.size) return parted
    for (const [key, value] of entries) {
      if (!others.has(key)) return parted
      const within = this.#parted(value, others.get(key), `${at}.${key}`, found)
      if (within) return within
    }
    return null
  }
}
