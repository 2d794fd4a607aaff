import fc from 'fast-check'
import type { ChainAnswer, ChainEvent, CustodyParty } from './custody-event.ts'

export const person = (account: string, agency = 'police'): CustodyParty => ({ account, agency, outside: null })
export const atHour = (hour: number): string => new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString()

/** An event as it should be: said when it happened, with its seal. */
export const eventAt = (number: number, more: Partial<ChainEvent> = {}): ChainEvent => ({
  id: `event ${number}`,
  number,
  told: number === 1 ? 'begin' : 'keeper',
  purpose: number === 1 ? 'recovered' : 'store',
  from: number === 1 ? null : person('ann'),
  to: person('ann'),
  saidAt: atHour(number),
  deviceAt: atHour(number),
  recordedAt: atHour(number),
  sealIn: number === 1 ? null : 'A1',
  sealOut: 'A1',
  resealed: null,
  storage: null,
  signed: false,
  witnessed: false,
  answer: null,
  ...more,
})

export const acceptedBy = (by: CustodyParty, number: number, more: Partial<ChainAnswer> = {}): ChainAnswer => ({
  verdict: 'accepted',
  by,
  saidAt: atHour(number),
  deviceAt: null,
  recordedAt: atHour(number),
  seal: 'A1',
  storage: null,
  signed: false,
  ...more,
})

/** One move of a sound chain. */
export type Step = { readonly kind: 'offer' | 'paper' | 'reseal'; readonly to: string; readonly signed: boolean }

export const anySteps = fc.array(
  fc.record({
    kind: fc.constantFrom('offer', 'paper', 'reseal'),
    to: fc.constantFrom('ann', 'ben', 'cem', 'dia'),
    signed: fc.boolean(),
  }),
  { maxLength: 12 },
) as fc.Arbitrary<Step[]>

/** A chain in which nothing is missing. */
export function soundChain(steps: readonly Step[]): ChainEvent[] {
  const events = [eventAt(1)]
  let [holder, seal] = ['ann', 'A1']
  for (const { kind, to, signed } of steps) {
    const number = events.length + 1
    const base = { from: person(holder), sealIn: seal, sealOut: seal, signed }
    if (kind === 'reseal') {
      const next = `S${number}`
      events.push(
        eventAt(number, { ...base, to: person(holder), sealOut: next, resealed: 'opened for the examination' }),
      )
      seal = next
      continue
    }
    const hand = { ...base, purpose: 'transport' as const, to: person(to) }
    events.push(
      kind === 'paper'
        ? eventAt(number, { ...hand, told: 'paper', witnessed: true })
        : eventAt(number, { ...hand, told: 'giver', answer: acceptedBy(person(to), number, { seal, signed }) }),
    )
    holder = to
  }
  return events
}

const anyParty = fc.option(fc.constantFrom(person('ann'), person('ben'), person('lab', 'laboratory')), { nil: null })
const anyTime = fc.integer({ min: 0, max: 40 }).map(atHour)
const anySeal = fc.option(fc.constantFrom('A1', 'B2'), { nil: null })

/** Whatever anybody may have said, sound or not. */
export const anyEvents: fc.Arbitrary<ChainEvent[]> = fc
  .array(
    fc.record({
      told: fc.constantFrom('begin', 'giver', 'receiver', 'paper', 'keeper'),
      purpose: fc.constantFrom('recovered', 'transport', 'store', 'ballistic', 'destroy', 'join'),
      from: anyParty,
      to: anyParty,
      saidAt: anyTime,
      deviceAt: fc.option(anyTime, { nil: null }),
      recordedAt: anyTime,
      sealIn: anySeal,
      sealOut: anySeal,
      resealed: fc.option(fc.constant('opened'), { nil: null }),
      storage: fc.option(fc.constant('shelf'), { nil: null }),
      signed: fc.boolean(),
      witnessed: fc.boolean(),
      answer: fc.option(
        fc.record({
          verdict: fc.constantFrom('accepted', 'declined', 'withdrawn'),
          by: fc.constantFrom(person('ben'), person('lab', 'laboratory')),
          saidAt: anyTime,
          deviceAt: fc.constant(null),
          recordedAt: anyTime,
          seal: anySeal,
          storage: fc.constant(null),
          signed: fc.boolean(),
        }),
        { nil: null },
      ),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((drawn) =>
    drawn.map((each, place) => ({
      ...each,
      to: each.to ?? person('ann'),
      id: `event ${place + 1}`,
      number: place + 1,
    })),
  ) as fc.Arbitrary<ChainEvent[]>
