import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askedEpisodeKeys, type Episode, episodeKeys } from './episode-keys.ts'

const episode = (more: Partial<Episode> = {}): Episode => ({
  make: 'taurus',
  calibre: '9x19',
  place: 'Port Ostry',
  from: '2023-04-02',
  to: '2023-04-02',
  ...more,
})
const meet = (one: Episode, other: Episode) => {
  const posted = new Set(episodeKeys(other))
  return askedEpisodeKeys(one).some((key) => posted.has(key))
}

test('records of one place and neighbouring months meet by make or by calibre', () => {
  assert.ok(meet(episode(), episode({ calibre: null, from: '2023-05-20', to: '2023-05-20', place: 'ostry, harbour' })))
  assert.ok(meet(episode({ make: null }), episode({ make: 'rossi' })))
  assert.ok(meet(episode({ from: '2022-12-31', to: '2022-12-31' }), episode({ from: '2023-01-01', to: '2023-01-31' })))
})

test('another place, a later month, or nothing in common but the place is no reason', () => {
  assert.ok(!meet(episode(), episode({ place: 'Vale Norte' })))
  assert.ok(!meet(episode(), episode({ from: '2023-06-01', to: '2023-06-01' })))
  assert.ok(!meet(episode(), episode({ make: 'rossi', calibre: '38-special' })))
})

test('without a place, a month, or both make and calibre there is nothing to be found by', () => {
  for (const less of [{ place: null }, { place: '12' }, { from: '2023-01-01', to: '2023-12-31' }, { from: null }])
    assert.deepEqual(episodeKeys(episode(less)), [])
  assert.deepEqual(episodeKeys(episode({ make: null, calibre: null })), [])
})

test('who meets is met', () => {
  const some = fc.record({
    make: fc.constantFrom('taurus', 'rossi', null),
    calibre: fc.constantFrom('9x19', '38', null),
    place: fc.constantFrom('Port Ostry', 'Ostry', 'Vale Norte', null),
    from: fc.constantFrom('2023-01-05', '2023-02-05', '2023-04-05'),
  })
  const whole = some.map((each): Episode => ({ ...each, to: each.from }))
  fc.assert(fc.property(whole, whole, (one, other) => assert.equal(meet(one, other), meet(other, one))))
})
