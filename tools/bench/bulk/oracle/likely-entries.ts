/** What is so much less likely than the likeliest is only summed. */
const NEGLIGIBLE = 1e-8
const MANY = 96

/** The entries that a recovery may be, with how likely each makes what the recovery states. */
export class LikelyEntries {
  readonly entries: number[] = []
  readonly likelihoods: number[] = []
  /** Of those that are only summed. */
  rest = 0
  #best = 0
  #prune = MANY

  /** Adds an entry, unless it cannot be it. */
  add(entry: number, likelihood: number): void {
    if (likelihood === 0) return
    if (likelihood < NEGLIGIBLE * this.#best) {
      this.rest += likelihood
      return
    }
    this.#best = Math.max(this.#best, likelihood)
    this.entries.push(entry)
    this.likelihoods.push(likelihood)
    if (this.entries.length > this.#prune) this.#pruned()
  }

  #pruned(): void {
    let kept = 0
    for (const [place, likelihood] of this.likelihoods.entries()) {
      if (likelihood < NEGLIGIBLE * this.#best) {
        this.rest += likelihood
        continue
      }
      this.entries[kept] = this.entries[place]!
      this.likelihoods[kept] = likelihood
      kept++
    }
    this.entries.length = kept
    this.likelihoods.length = kept
    this.#prune = 2 * kept + MANY
  }

  /** Of all entries together. */
  get total(): number {
    return this.likelihoods.reduce((sum, likelihood) => sum + likelihood, this.rest)
  }
}
