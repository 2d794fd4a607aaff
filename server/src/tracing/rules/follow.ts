import { attributeResults } from './attribution.ts'
import { surelyBefore } from './bounds.ts'
import type { Happening } from './happenings.ts'
import { type Custody, custodyBy, provenAlso } from './lawful-custody.ts'
import { backInStock, nextCustody } from './look-ahead.ts'
import { type Cause, causeOf, isReport, seenOn, type Window } from './windows.ts'

/** How the item stands after what happened so far; `unknown` before anything tells. */
export type Standing = 'unknown' | 'lawful' | 'illicit' | 'undetermined'

/** Something on the way that a rule speaks of. */
export interface Incident {
  readonly rule:
    | 'recovered_again'
    | 'recovery_alone'
    | 'service_weapon'
    | 'stolen_before_sold'
    | 'registered_after_theft'
    | 'used_in_custody'
  readonly happenings: readonly Happening[]
}

export interface Followed {
  /** Every time in lawful hands, in order. */
  readonly custody: readonly Custody[]
  readonly windows: readonly Window[]
  readonly incidents: readonly Incident[]
  readonly standing: Standing
}

const SALES: ReadonlySet<string> = new Set(['transfer', 'delivery', 'import', 'export', 'transit'])

/** A result that tells something: a lead tells nothing, nor does an examination that found nothing amiss. */
const tells = (result: Happening): boolean => result.role === 'illicit' || seenOn([result]) !== null

/** Follows an item through what happened to it, in order: in whose lawful hands it was, and where it left them. */
class Follower {
  private readonly happenings: readonly Happening[]
  private readonly results: ReadonlyMap<Happening, readonly Happening[]>
  private readonly attributed: ReadonlySet<Happening>
  private readonly custody: Custody[] = []
  private readonly windows: Window[] = []
  private readonly incidents: Incident[] = []
  private readonly proofs: Happening[] = []
  private standing: Standing = 'unknown'
  /** Is the item of the last window still in illicit hands? */
  private open = false
  private recovered = true

  constructor(happenings: readonly Happening[]) {
    this.happenings = happenings
    this.results = attributeResults(happenings)
    this.attributed = new Set([...this.results.values()].flat())
  }

  follow(): Followed {
    this.happenings.forEach((happening, at) => {
      if (happening.role === 'custody') this.take(happening)
      else if (happening.role === 'proof') this.prove(happening, at)
      else if (happening.role === 'recovery') this.recover(happening, at)
      else if (happening.role === 'illicit' && !this.attributed.has(happening)) this.leave(happening, at)
    })
    const { custody, windows, incidents, standing } = this
    return { custody, windows, incidents, standing }
  }

  private get last(): Custody | null {
    return this.custody.at(-1) ?? null
  }

  private note(rule: Incident['rule'], ...happenings: readonly Happening[]): void {
    this.incidents.push({ rule, happenings })
  }

  private add(proof: Happening, custody: Custody): void {
    this.proofs.push(proof)
    this.custody.push(custody)
  }

  private addProof(proof: Happening): void {
    const { last } = this
    this.proofs.push(proof)
    if (last) this.custody[this.custody.length - 1] = provenAlso(last, proof)
  }

  /** Into lawful hands. A return says that the holder was entitled; every other act regularises what was recovered. */
  private take(happening: Happening): void {
    const { last, open } = this
    if (open) this.takeStolen(happening)
    const unresolved = this.standing === 'illicit' && !this.recovered && happening.event !== 'return'
    this.standing = unresolved ? 'illicit' : 'lawful'
    this.open = false
    if (!open && last && countedAgain(last, happening)) this.addProof(happening)
    else this.add(happening, custodyBy(this.handsOf(happening), happening))
  }

  private takeStolen(happening: Happening): void {
    const { cause, end } = this.windows.at(-1)!
    if (!isReport(cause) || happening.event === 'return' || !surelyBefore(end.bounds, happening.bounds)) return
    this.note(SALES.has(happening.event) ? 'stolen_before_sold' : 'registered_after_theft', end, happening)
  }

  /** A service firearm goes back to its stock, every other to its holder. */
  private handsOf({ event, custodian }: Happening): Custody['custodian'] {
    const before = this.custody.findLast((each) => each.custodian !== 'state_custody')
    return event === 'return' && before?.custodian === 'state_stock' ? 'state_stock' : (custodian ?? 'private')
  }

  /** A sign of lawful custody that changes no hands; what an authority examined or destroyed, it held. */
  private prove(happening: Happening, at: number): void {
    const { last } = this
    const official = happening.event === 'examination' || happening.event === 'destruction'
    if (this.open) {
      if (official) this.reach(happening)
      return
    }
    if (!this.attributed.has(happening) && this.comesToLight(happening, at)) return
    // A register closes its entry long after the firearm was taken: that proves nobody's custody.
    if (happening.event === 'deregistration' && last?.custodian === 'state_custody') return
    if (last) {
      this.addProof(happening)
      return
    }
    this.add(happening, custodyBy(happening.custodian ?? 'private', happening))
    if (this.standing === 'unknown') this.standing = official ? 'undetermined' : 'lawful'
  }

  /** In the hands of an authority, whatever it was before. */
  private reach(happening: Happening): void {
    if (this.open) {
      const results = (this.results.get(happening) ?? []).filter(tells)
      this.changeLast(({ borneOut }) => ({ borneOut: [...borneOut, happening, ...results] }))
    }
    this.open = false
    this.recovered = true
    this.add(happening, custodyBy('state_custody', happening))
  }

  private changeLast(change: (window: Window) => Partial<Window>): void {
    const window = this.windows.pop()!
    this.windows.push({ ...window, ...change(window) })
  }

  private openWindow(window: Pick<Window, 'cause' | 'end' | 'evidence' | 'shown'>): void {
    const { last: custody, proofs } = this
    this.windows.push({ custody, proofs: [...proofs], borneOut: [], ...window })
  }

  /** Does the item that an authority met with, or its laboratory, show by itself that it had become illicit? */
  private comesToLight(happening: Happening, at: number): boolean {
    const evidence = [happening, ...(this.results.get(happening) ?? [])].filter(tells)
    if (evidence.length === 0) return false
    const seen = seenOn(evidence)
    const shown = seen !== null || !this.isInService(happening)
    if (!shown && backInStock(this.happenings, at)) return false
    this.openWindow({ cause: seen ?? 'crime', end: happening, evidence, shown })
    this.standing = shown ? 'illicit' : 'undetermined'
    this.reach(happening)
    return true
  }

  /** Firearms of the state go out in service: what one was used for proves little. */
  private isInService(happening: Happening): boolean {
    const { last } = this
    if (last?.custodian !== 'state_stock') return false
    this.note('service_weapon', last.since, happening)
    return true
  }

  /** Out of lawful hands, by a report or by what it was used for. */
  private leave(happening: Happening, at: number): void {
    const cause = causeOf(happening)
    if (this.open) {
      this.leaveFurther(happening, cause)
      return
    }
    const shown = cause !== 'crime' || !this.isInService(happening)
    if (!shown && backInStock(this.happenings, at)) return
    // What an authority destroyed or had deactivated is another matter.
    if (!isReport(cause) && this.last?.custodian === 'state_custody' && this.causeByCustody() === 'recovery')
      this.note('used_in_custody', this.last.since, happening)
    this.openWindow({ cause, end: happening, evidence: [happening], shown })
    this.open = true
    this.recovered = false
    this.standing = shown ? 'illicit' : 'undetermined'
  }

  private leaveFurther(happening: Happening, cause: Cause): void {
    this.changeLast((window) => {
      const evidence = [...window.evidence, happening]
      return window.shown || cause === 'crime' ? { evidence } : { evidence, shown: true, cause }
    })
    if (this.windows.at(-1)!.shown) this.standing = 'illicit'
  }

  private recover(happening: Happening, at: number): void {
    if (this.open) {
      this.reach(happening)
      return
    }
    const again = this.isHeld()
    if (again) this.note('recovered_again', this.last!.since, happening)
    if (this.comesToLight(happening, at)) return
    const before = this.causeByCustody()
    if (before === 'recovery') this.isInService(happening)
    if (!this.isExplained(happening, at)) {
      this.openWindow({ cause: again ? 'recovered-again' : before, end: happening, evidence: [], shown: false })
      if (!again && before === 'recovery' && this.standing !== 'illicit') this.note('recovery_alone', happening)
    }
    if (this.standing !== 'illicit') this.standing = 'undetermined'
    this.reach(happening)
  }

  private causeByCustody(): Cause {
    const event = this.last?.proofs.findLast(({ role, event }) => role !== 'proof' || event !== 'examination')?.event
    if (event === 'destruction') return 'destroyed'
    return event === 'deactivation' ? 'deactivated' : 'recovery'
  }

  /** Is it, by the records, still held by the authority that recovered it? What it destroyed is another matter. */
  private isHeld(): boolean {
    const { last } = this
    return last?.custodian === 'state_custody' && last.since.role === 'recovery' && this.causeByCustody() === 'recovery'
  }

  /** A recovery that needs no other explanation: it went back, or was met with as what its certificate says. */
  private isExplained({ records }: Happening, at: number): boolean {
    if (nextCustody(this.happenings, at)?.event === 'return') return true
    if (this.last?.custodian === 'state_stock') return backInStock(this.happenings, at)
    return this.causeByCustody() === 'deactivated' && records.every(({ item }) => item.lethality === 'deactivated')
  }
}

/** Is it the same stock, counted once more? */
const countedAgain = ({ custodian, since }: Custody, { event, custodian: now, records }: Happening): boolean =>
  event === 'stocktaking' && custodian === now && since.records[0]?.source.id === records[0]?.source.id

/** In whose lawful hands an item was, where it left them, and what is odd on the way. Never throws. */
export function followItem(happenings: readonly Happening[]): Followed {
  return new Follower(happenings).follow()
}
