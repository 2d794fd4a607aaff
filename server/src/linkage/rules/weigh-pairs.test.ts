import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import { balanceOf } from '@proofmark/matching/balance'
import { START_MODEL } from '@proofmark/matching/model'
import type { LinkedRecord, Pair } from './pair.ts'
import { pairEvidence } from './pair-evidence.ts'
import { saidBy, turned, weighPairs } from './weigh-pairs.ts'

interface Told {
  readonly serial: string
  readonly source?: string
  readonly register?: boolean
  readonly make?: string
  readonly model?: string
  readonly calibre?: string
  /** The day of what may befall one firearm again. */
  readonly on?: string
}

const balance = balanceOf(START_MODEL)
const PISTOL = { make: 'Taurus', model: 'PT 92', calibre: '9x19mm' }

function record(
  id: string,
  { serial, source = `source of ${id}`, register = false, on, ...words }: Told,
): LinkedRecord {
  return {
    record: id,
    entry: id,
    source,
    kind: register ? 'register' : 'seizure',
    sourceName: source,
    register: register ? source : null,
    again: on === undefined ? null : { from: on, to: on },
    key: id,
    agency: 'police',
    fourEyes: false,
    vis: 1,
    loose: false,
    event: { kind: register ? 'registration' : 'seizure', from: on ?? null, to: on ?? null },
    place: null,
    lot: false,
    many: false,
    item: readItem({ serial, type: 'pistol', ...words }),
  }
}

/** What the model makes of every pair among these records, for somebody who sees no others: `one other` → verdict. */
function verdicts(told: Readonly<Record<string, Told>>): Map<string, string> {
  const records = new Map(Object.entries(told).map(([id, each]) => [id, record(id, each)]))
  const pairs = new Map<string, Pair[]>([...records.keys()].map((id) => [id, []]))
  for (const one of records.values()) {
    for (const other of records.values()) {
      const measured = one.record < other.record ? pairEvidence(one, other, balance) : null
      if (!measured || measured.bits < 7) continue
      const { bits, alike, evidence: levels } = measured
      const pair: Pair = {
        record: one.record,
        other: other.record,
        evidence: { relation: 'same', part: null, otherPart: null, bits, alike, levels, model: 'start' },
        judged: null,
        level: 'lead',
        recovery: null,
      }
      pairs.get(one.record)!.push(pair)
      pairs.get(other.record)!.push(turned(pair))
    }
  }
  const said = new Map([...pairs].map(([id, mine]) => [id, saidBy(mine, records, records.size, balance)]))
  const weighed = weighPairs({ records, pairs, said })
  return new Map(weighed.flatMap(({ record, other, verdict }) => (verdict ? [[`${record} ${other}`, verdict]] : [])))
}

test('two consecutive numbers of one list stay two firearms, and a seizure goes to its own', () => {
  const found = verdicts({
    d1: { serial: 'BYN40661', source: 'deliveries', ...PISTOL },
    d2: { serial: 'BYN40662', source: 'deliveries', ...PISTOL },
    s: { serial: 'BYN40661', ...PISTOL },
  })
  assert.equal(found.get('d1 s'), 'same')
  assert.equal(found.get('d2 s'), undefined)
  assert.notEqual(found.get('d1 d2'), 'same')
})

test('a whole batch, listed and sold, stays as many firearms', () => {
  const told: Record<string, Told> = {}
  for (let number = 0; number < 8; number++) {
    told[`d${number}`] = { serial: `T37U520${number}`, source: 'deliveries', ...PISTOL }
    told[`m${number}`] = { serial: `T37U520${number}`, source: 'ledger', ...PISTOL }
  }
  const same = [...verdicts(told)].filter(([, verdict]) => verdict === 'same').map(([pair]) => pair)
  assert.equal(same.length, 16)
  for (const pair of same) assert.equal(pair.split(' ')[0]?.slice(1), pair.split(' ')[1]?.slice(1))
})

test('a misread record with no better place finds its firearm', () => {
  const found = verdicts({
    l: { serial: 'TKR10483', register: true, ...PISTOL },
    t: { serial: 'TKR10483', ...PISTOL },
    s: { serial: 'TKR1048', ...PISTOL },
  })
  assert.equal(found.get('s l'), 'same')
  assert.equal(found.get('l s'), 'same')
})

test('a firearm seized twice is misread the second time; of two seized at once the neighbour is another', () => {
  const seized = (on: string) => ({
    l: { serial: 'TKR10483', register: true, ...PISTOL },
    s1: { serial: 'TKR10483', source: 'seizures', on: '2019-03-02', ...PISTOL },
    s2: { serial: 'TKR1048', source: 'seizures', on, ...PISTOL },
  })
  assert.equal(verdicts(seized('2021-08-15')).get('l s2'), 'same')
  assert.notEqual(verdicts(seized('2019-03-02')).get('l s2'), 'same')
})

test('a bare number that lacks a prefix is proposed and not followed, since nothing else speaks for it', () => {
  const found = verdicts({ l: { serial: 'AB12345', register: true, ...PISTOL }, n: { serial: '12345' } })
  assert.notEqual(found.get('n l'), 'same')
})

test('one number under two makes is for a person to judge, and within one register not even proposed', () => {
  const [smith, rossi] = [
    { serial: '884412', make: 'Smith & Wesson', model: '10', calibre: '.38 Special' },
    { serial: '884412', make: 'Rossi', model: '68', calibre: '9x19mm' },
  ]
  assert.notEqual(verdicts({ a: smith, b: rossi }).get('a b'), 'same')
  const source = { source: 'register', register: true }
  assert.equal(verdicts({ a: { ...smith, ...source }, b: { ...rossi, ...source } }).get('a b'), undefined)
  const renewed = verdicts({ a: { ...rossi, ...source }, b: { ...rossi, ...source } })
  assert.equal(renewed.get('a b'), 'undecided', 'a renewal is proposed')
})

test('an importer written as the maker keeps nobody from the firearm', () => {
  const found = verdicts({
    l: { serial: 'TKR10483', register: true, ...PISTOL },
    s: { serial: 'TKR10483', ...PISTOL, make: 'Glock' },
  })
  assert.equal(found.get('s l'), 'same')
})

/** Every number that differs from this one in one digit. */
const neighboursOf = (number: string) =>
  [...number].flatMap((own, at) =>
    [...'0123456789']
      .filter((digit) => digit !== own)
      .map((digit) => number.slice(0, at) + digit + number.slice(at + 1)),
  )

const named = (prefix: string, numbers: readonly string[], more: Omit<Told, 'serial'>) =>
  Object.fromEntries(numbers.map((serial) => [`${prefix}${serial}`, { ...PISTOL, serial, ...more }]))

const REGISTER = { source: 'register', register: true }
const LIST = { source: 'deliveries' }
const OWN = {
  ...named('r', ['822391'], REGISTER),
  ...named('d', ['822391'], LIST),
  ...named('l', ['822391'], { source: 'losses', on: '2020-02-03' }),
  ...named('s', ['822391'], { source: 'seizures', on: '2021-06-26' }),
}

test('a packing list that names every neighbour of a number finds the entry of each, beside its loss and its seizure', () => {
  const batch = neighboursOf('822391')
  const found = verdicts({ ...OWN, ...named('r', batch, REGISTER), ...named('d', batch, LIST) })
  for (const serial of ['822391', ...batch]) assert.equal(found.get(`d${serial} r${serial}`), 'same', serial)
  const across = [...found].filter(([pair, verdict]) => {
    const [one, other] = pair.split(' ').map((id) => id.slice(1))
    return verdict === 'same' && one !== other
  })
  assert.deepEqual(across, [], 'and nothing joins two numbers')
})

test('neighbours that the list itself does not name take from its number: it may be a misreading of each', () => {
  const batch = neighboursOf('822391')
  const found = verdicts({ ...OWN, ...named('r', batch, REGISTER) })
  assert.equal(found.get('d822391 r822391'), 'undecided')
})

test('of two entries of one register with the number of a packing list neither is followed', () => {
  const found = verdicts({
    r1: { serial: '822391', ...PISTOL, ...REGISTER },
    r2: { serial: '822391', ...PISTOL, ...REGISTER },
    ...named('d', ['822391', ...neighboursOf('822391')], LIST),
  })
  for (const entry of ['r1', 'r2']) assert.equal(found.get(`d822391 ${entry}`), 'undecided')
})
