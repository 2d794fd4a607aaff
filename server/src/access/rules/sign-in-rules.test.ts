import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { argon2idOfPackage, fitsVerifier, makeVerifier } from '../sign-in/verifier.ts'
import { browserWords } from './browser-words.ts'
import { codeAt, factorAddress, stepOfCode } from './one-time-code.ts'
import { passwordFault } from './password.ts'
import { relyingParty } from './relying-party.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'
import { THROTTLE_LIMITS, waitAfter } from './throttle.ts'

test('codes are those of RFC 6238, appendix B, and each counts in its step and the two beside it', () => {
  const secret = Buffer.from('12345678901234567890')
  const vectors: [number, string][] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ]
  for (const [seconds, eightDigits] of vectors) {
    const at = (shift: number) => new Date((seconds + shift) * 1000)
    const code = eightDigits.slice(2)
    const step = Math.floor(seconds / 30)
    assert.equal(codeAt(secret, at(0)), code)
    for (const shift of [-30, 0, 30]) assert.equal(stepOfCode(secret, code, at(shift)), step)
    for (const shift of [-90, 90]) assert.equal(stepOfCode(secret, code, at(shift)), null)
  }
  for (const wrong of ['', '12345', '1234567', 'abcdef', '٠٨١٨٠٤'])
    assert.equal(stepOfCode(secret, wrong, new Date(0)), null)
  assert.equal(stepOfCode(secret, '287 082', new Date(59_000)), 1)
  const { address, secret: typed } = factorAddress(secret, 'Focal point of XA', 'Maren Tolv')
  assert.equal(typed, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  assert.match(address, /^otpauth:\/\/totp\/.*Maren.*secret=GEZD.*period=30/)
})

test('a sealed secret opens under its key and for its account alone, and not when a byte of it is another', () => {
  const key = randomBytes(32)
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.uuid(), (secret, place, account) => {
      const sealed = sealSecret(secret, key, account)
      assert.deepEqual(openSecret(sealed, key, account), Buffer.from(secret))
      assert.equal(openSecret(sealed, randomBytes(32), account), null)
      assert.equal(openSecret(sealed, key, `${account}x`), null)
      const changed = Buffer.from(sealed)
      changed[place % changed.length]! ^= 1
      assert.equal(openSecret(changed, key, account), null)
    }),
  )
})

test('a password is refused for being short, the name, or what is tried first, and for nothing else', () => {
  const cases: [string, ReturnType<typeof passwordFault>][] = [
    ['elevenchars', 'too_short'],
    ['ééééé', 'too_short'],
    ['maren tolv 1!', 'name'],
    ['xxMARENTOLVxx', 'name'],
    ['passwordpassword', 'common'],
    ['P@ssw0rd2026!!', 'common'],
    ['Administrator1', 'common'],
    ['123456789012', 'common'],
    ['qwertyuiop12', 'common'],
    ['aaaaaaaaaaaaaa', 'common'],
    ['abababababab', 'common'],
    ['correct horse battery', null],
    ['kite under 9 rivers', null],
    ['مظلة تحت النهر الأزرق', null],
  ]
  for (const [password, fault] of cases) assert.equal(passwordFault(password, 'Maren Tolv'), fault, password)
})

test('what is kept of a password fits it alone, whichever of the two makers of Argon2id there is', async () => {
  const verifier = await makeVerifier('kite under 9 rivers')
  const [, , , cost, salt, tag] = verifier.split('$')
  assert.equal(cost, 'm=19456,t=2,p=1')
  assert.equal(await fitsVerifier('kite under 9 rivers', verifier), true)
  assert.equal(await fitsVerifier('kite under 8 rivers', verifier), false)
  assert.equal(await fitsVerifier('kite under 9 rivers', null), false)
  const again = await argon2idOfPackage(
    Buffer.from('kite under 9 rivers'),
    Buffer.from(salt!, 'base64'),
    { memory: 19_456, passes: 2, lanes: 1 },
    32,
  )
  assert.deepEqual(again, Buffer.from(tag!, 'base64'))
})

test('waits are none while refusals are free, then never shorter than before, and never beyond the most', () => {
  for (const limit of Object.values(THROTTLE_LIMITS)) {
    assert.equal(waitAfter(limit.free - 1, limit), 0)
    assert.equal(waitAfter(limit.free, limit), limit.first)
    fc.assert(
      fc.property(fc.nat(10_000), (refusals) => {
        const wait = waitAfter(refusals, limit)
        assert.ok(wait <= waitAfter(refusals + 1, limit) && wait <= limit.most)
      }),
    )
  }
  assert.ok(THROTTLE_LIMITS.address.most < THROTTLE_LIMITS.name.most)
})

test('a passkey belongs to a name, never to an address of digits', () => {
  assert.deepEqual(relyingParty('http://localhost:4100'), { host: 'localhost', origin: 'http://localhost:4100' })
  for (const origin of ['http://127.0.0.1:4100', 'https://[::1]'])
    assert.throws(() => relyingParty(origin), { code: 'passkey_needs_name' })
})

test('a browser is told in words, and what is no browser in none', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36'
  assert.equal(browserWords(windows), 'Chrome, Windows')
  assert.equal(browserWords(`${windows} Edg/126.0`), 'Edge, Windows')
  assert.equal(browserWords('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'), 'Firefox, Linux')
  assert.equal(browserWords('curl/8.5.0'), null)
  assert.equal(browserWords(undefined), null)
})
