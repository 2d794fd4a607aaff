import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { fromHex, toHex, toUtf8 } from '../bytes.ts'
import { ProofError, type ProofErrorCode } from '../errors.ts'
import { joined, measured } from './contexts.ts'
import { ELEMENT_BYTES, multiplyGenerator, requireElement, requireScalar } from './group.ts'
import {
  blind,
  blindEvaluate,
  deriveKeyPair,
  dummy,
  type Evaluation,
  evaluate,
  finalize,
  scalarByLot,
  verifyEvaluation,
} from './voprf.ts'

const hex = (text: string): Uint8Array => fromHex(text)!
const refusedAs = (code: ProofErrorCode) => (failure: unknown) => failure instanceof ProofError && failure.code === code

/** RFC 9497, appendix A.1.2: ristretto255-SHA512 in verifiable mode. */
const SEED = hex('a3'.repeat(32))
const KEY_INFO = hex('74657374206b6579')
const SECRET_KEY = 'e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909'
const PUBLIC_KEY = 'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e'
const INPUTS = ['00', '5a'.repeat(17)]
const BLIND = '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706'
const OUTPUTS = [
  'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
  '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
]
const VECTORS = [
  {
    name: 'A.1.2.1, a batch of one',
    inputs: [0],
    blinds: [BLIND],
    blinded: ['863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945'],
    evaluated: ['aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e'],
    proof:
      'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
    nonce: '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
  },
  {
    name: 'A.1.2.2, a batch of one',
    inputs: [1],
    blinds: [BLIND],
    blinded: ['cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c'],
    evaluated: ['60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468'],
    proof:
      '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
    nonce: '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
  },
  {
    name: 'A.1.2.3, a batch of two',
    inputs: [0, 1],
    blinds: [BLIND, '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e'],
    blinded: [
      '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
      '90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654',
    ],
    evaluated: [
      'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
      'cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a',
    ],
    proof:
      'cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08',
    nonce: '419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c',
  },
]

describe('the vectors of RFC 9497', () => {
  test('the key pair is derived from the seed and the words', () => {
    const { secretKey, publicKey } = deriveKeyPair(SEED, KEY_INFO)
    assert.deepEqual([toHex(secretKey), toHex(publicKey)], [SECRET_KEY, PUBLIC_KEY])
  })

  for (const { name, inputs, blinds, blinded, evaluated, proof, nonce } of VECTORS) {
    test(`blinding, evaluation, proof and output of ${name}`, () => {
      const keys = deriveKeyPair(SEED, KEY_INFO)
      const asked = inputs.map((input, at) => blind(hex(INPUTS[input]!), hex(blinds[at]!)))
      assert.deepEqual(asked.map(toHex), blinded)
      const answer = blindEvaluate(keys, asked, hex(nonce))
      assert.deepEqual(answer.evaluated.map(toHex), evaluated)
      assert.equal(toHex(answer.proof), proof)
      verifyEvaluation(keys.publicKey, asked, answer)
      for (const [at, input] of inputs.entries()) {
        assert.equal(toHex(finalize(hex(INPUTS[input]!), hex(blinds[at]!), answer.evaluated[at]!)), OUTPUTS[input])
        assert.equal(toHex(evaluate(keys.secretKey, hex(INPUTS[input]!))), OUTPUTS[input])
      }
    })
  }
})

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const scalar = bytes(64).map((uniform) => scalarByLot(uniform))
const inputs = fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 4 })
const FEW = { numRuns: 12 }

describe('beside an implementation that shares no code', () => {
  const { voprf } = ristretto255_oprf

  test('keys, blinding, evaluation, proof and output are the same, byte for byte', () => {
    const property = fc.property(bytes(32), inputs, bytes(64), (seed, asked, lot) => {
      const keys = deriveKeyPair(seed, KEY_INFO)
      const theirs = voprf.deriveKeyPair(seed, KEY_INFO)
      assert.deepEqual(
        [toHex(keys.secretKey), toHex(keys.publicKey)],
        [toHex(theirs.secretKey), toHex(theirs.publicKey)],
      )
      const blinds = asked.map(() => scalarByLot(randomBytes(64)))
      const blinded = asked.map((input, at) => blind(input, blinds[at]!))
      const answer = blindEvaluate(keys, blinded, scalarByLot(lot))
      const theirAnswer = voprf.blindEvaluateBatch(theirs.secretKey, theirs.publicKey, blinded)
      assert.deepEqual(answer.evaluated.map(toHex), theirAnswer.evaluated.map(toHex))
      // Each accepts the other's proof.
      verifyEvaluation(keys.publicKey, blinded, theirAnswer)
      const items = asked.map((input, at) => ({
        input,
        blind: blinds[at]!,
        evaluated: answer.evaluated[at]!,
        blinded: blinded[at]!,
      }))
      const outputs = voprf.finalizeBatch(items, theirs.publicKey, answer.proof)
      assert.deepEqual(
        asked.map((input, at) => toHex(finalize(input, blinds[at]!, answer.evaluated[at]!))),
        outputs.map(toHex),
      )
    })
    fc.assert(property, { numRuns: 6 })
  })
})

test('whoever asks by any blind gets what the holder evaluates alone, and two blinds give nothing alike', () => {
  const keys = deriveKeyPair(SEED, KEY_INFO)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), scalar, scalar, scalar, (input, one, other, nonce) => {
      fc.pre(toHex(one) !== toHex(other))
      const asked = [blind(input, one), blind(input, other)]
      assert.notDeepEqual(asked[0], asked[1])
      const { evaluated } = blindEvaluate(keys, asked, nonce)
      const expected = toHex(evaluate(keys.secretKey, input))
      assert.deepEqual([finalize(input, one, evaluated[0]!), finalize(input, other, evaluated[1]!)].map(toHex), [
        expected,
        expected,
      ])
    }),
    FEW,
  )
})

describe('what another hands over', () => {
  const keys = deriveKeyPair(SEED, KEY_INFO)
  const other = deriveKeyPair(randomBytes(32), KEY_INFO)
  const lot = () => scalarByLot(randomBytes(64))
  const blinded = ['XA1', 'XA2', 'XA3'].map((text) => blind(toUtf8(text), lot()))
  const answer = blindEvaluate(keys, blinded, lot())
  const verify = (change: Partial<Evaluation>, publicKey = keys.publicKey) =>
    verifyEvaluation(publicKey, blinded, { ...answer, ...change })

  test('a proof for another key, of another order, of another batch or with any bit turned is refused', () => {
    verify({})
    const refused = refusedAs('proof_refused')
    assert.throws(() => verify({}, other.publicKey), refused)
    assert.throws(() => verify(blindEvaluate(other, blinded, lot())), refused)
    assert.throws(() => verify({ evaluated: answer.evaluated.toReversed() }), refused)
    assert.throws(() => verify({ evaluated: answer.evaluated.slice(1) }), refused)
    assert.throws(() => verify({ evaluated: [...answer.evaluated.slice(1), multiplyGenerator(lot())] }), refused)
    assert.throws(() => verify({ proof: answer.proof.slice(1) }), refused)
    assert.throws(() => verify({ proof: new Uint8Array(64) }), refused)
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        const proof = answer.proof.slice()
        proof[bit >>> 3]! ^= 1 << (bit & 7)
        assert.throws(() => verify({ proof }), refused)
      }),
      FEW,
    )
  })

  test('the identity, what is no point, and a point in other than its canonical bytes are refused by name', () => {
    const evaluateOf = (element: Uint8Array) => () => blindEvaluate(keys, [element], lot())
    assert.throws(evaluateOf(new Uint8Array(ELEMENT_BYTES)), refusedAs('identity_element'))
    // RFC 9496, appendix A.3: not canonical, negative, of no square, with a coordinate of no use.
    const invalid = [
      '00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
      'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      '0100000000000000000000000000000000000000000000000000000000000000',
      'ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20',
      '26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371',
      '3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e',
    ]
    for (const element of invalid) {
      assert.throws(evaluateOf(hex(element)), refusedAs('malformed_element'), element)
      assert.throws(() => ristretto255.Point.fromHex(element), element)
    }
    assert.throws(evaluateOf(new Uint8Array(31)), refusedAs('malformed_element'))
    assert.throws(() => blindEvaluate(keys, [], lot()), refusedAs('malformed_batch'))
    assert.throws(() => verify({}, new Uint8Array(32)), refusedAs('identity_element'))
    assert.throws(
      () => verify({ evaluated: [new Uint8Array(32), ...answer.evaluated.slice(1)] }),
      refusedAs('identity_element'),
    )
  })

  test('any 32 bytes are taken by both implementations or by none', () => {
    const taken = (element: Uint8Array) => {
      try {
        requireElement(element, 'element')
        return true
      } catch (failure) {
        assert.ok(failure instanceof ProofError)
        return false
      }
    }
    const theirs = (element: Uint8Array) => {
      try {
        return !ristretto255.Point.fromBytes(element).is0()
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(bytes(32), (element) => assert.equal(taken(element), theirs(element))),
      { numRuns: 40 },
    )
  })

  test('a scalar of zero, of the order or beyond it, and of another length is refused', () => {
    const order = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010'
    for (const each of [new Uint8Array(32), hex(order), hex('ff'.repeat(32)), new Uint8Array(31).fill(1)])
      assert.throws(() => requireScalar(each, 'blind'), refusedAs('malformed_scalar'))
    requireScalar(hex(`ec${order.slice(2)}`), 'blind')
    assert.throws(() => scalarByLot(new Uint8Array(32)), refusedAs('malformed_scalar'))
  })

  test('a pad is an element like any other', () => {
    requireElement(dummy(randomBytes(64)), 'pad')
    assert.deepEqual(measured(joined(Uint8Array.of(1), Uint8Array.of(2, 3))), Uint8Array.of(0, 3, 1, 2, 3))
  })
})
