import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeLock, makeLock, NoSecretError, openLock } from './locks.ts'
import { LEAST_ROUNDS, measureRounds, seal, sealJson, unseal, unsealJson, WrongKeyError } from './seal.ts'
import type { DeviceStore, Lock } from './store.ts'

/** Locks alone, in memory: what the browser keeps is tried in the browser. */
function lockStore(): { readonly store: DeviceStore; readonly locks: Map<string, Lock> } {
  const locks = new Map<string, Lock>()
  const put = async (_: string, lock: Lock) => void locks.set(lock.officer, lock)
  const moveLock = async (from: string, lock: Lock) => {
    locks.delete(from)
    locks.set(lock.officer, lock)
  }
  return { store: { put, moveLock } as unknown as DeviceStore, locks }
}
const few = { rounds: async () => 1_000 }
const words = (passphrase: string) => ({ way: 'passphrase' as const, passphrase })

test('what is sealed opens with its key under its name, and with nothing else', async () => {
  const { store } = lockStore()
  const [mine, other] = [
    await makeLock(store, 'A', words('one two three'), few),
    await makeLock(store, 'B', words('four five six'), few),
  ]
  const sealed = await sealJson(mine.key, 'draft 1', { serial: 'A1' })
  assert.deepEqual(await unsealJson(mine.key, 'draft 1', sealed), { serial: 'A1' })
  await assert.rejects(unseal(other.key, 'draft 1', sealed), WrongKeyError)
  await assert.rejects(unseal(mine.key, 'draft 2', sealed), WrongKeyError)
  const bent = new Uint8Array(sealed.content.slice())
  bent[0]! ^= 1
  await assert.rejects(unseal(mine.key, 'draft 1', { ...sealed, content: bent.buffer }), WrongKeyError)
})

test('a wrong passphrase is said to be wrong; one letter is one, however a keyboard composes it', async () => {
  const { store, locks } = lockStore()
  const { key } = await makeLock(store, 'A', words('caf\u00e9 au lait'), few)
  const sealed = await seal(key, 'x', new Uint8Array([7]))
  await assert.rejects(openLock(locks.get('A')!, words('cafe au lait')), WrongKeyError)
  const opened = await openLock(locks.get('A')!, words('cafe\u0301 au lait'))
  assert.deepEqual(new Uint8Array(await unseal(opened.key, 'x', sealed)), new Uint8Array([7]))
})

test('an officer with another code and other words still opens what was sealed before', async () => {
  const { store, locks } = lockStore()
  const before = await makeLock(store, 'B-17', words('one two three'), few)
  const sealed = await sealJson(before.key, 'draft', 'kept')
  const to = { officer: 'C-03', passphrase: 'other words here' }
  await assert.rejects(changeLock(store, locks.get('B-17')!, 'wrong words', to, few), WrongKeyError)
  const changed = await changeLock(store, locks.get('B-17')!, 'one two three', to, few)
  assert.deepEqual([...locks.keys()], ['C-03'])
  assert.equal(changed.keyName, before.keyName)
  const opened = await openLock(locks.get('C-03')!, words('other words here'))
  assert.equal(await unsealJson(opened.key, 'draft', sealed), 'kept')
})

test('the secret of a passkey opens what it locked; where it makes none, that is said', async () => {
  const { store, locks } = lockStore()
  const secret = async (salt: Uint8Array) => new Uint8Array([...salt, 1]).buffer
  const made = await makeLock(store, 'A', { way: 'passkey' }, { secret })
  const sealed = await sealJson(made.key, 'draft', 1)
  const opened = await openLock(locks.get('A')!, { way: 'passkey' }, undefined, { secret })
  assert.equal(await unsealJson(opened.key, 'draft', sealed), 1)
  await assert.rejects(makeLock(store, 'B', { way: 'passkey' }, { secret: async () => null }), NoSecretError)
})

test('a guess costs at the least what is asked of everybody, and more where the device is quick', async () => {
  const took = (ms: number) => {
    let calls = 0
    return () => calls++ * ms
  }
  assert.equal(await measureRounds(took(10_000)), LEAST_ROUNDS)
  assert.equal(await measureRounds(took(20)), 2_000_000)
})
