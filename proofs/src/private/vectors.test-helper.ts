import { fromHex, toHex, toUtf8 } from '../bytes.ts'
import { sha512 } from './contexts.ts'
import { buildFilter, filterHash, packedOutputs } from './filter.ts'
import { scalarOf } from './group.ts'
import { damagedTokens, markAloneToken, markToken, TOKEN_FORM, type TokenKind } from './token.ts'
import { blind, blindEvaluate, deriveKeyPair, evaluate, finalize } from './voprf.ts'

/** The published vectors of the private look-up: whoever writes it anew computes the same. Invented marks of invented makes. */
const MARKS: Readonly<Record<TokenKind, readonly Uint8Array[]>> = {
  exact: [markToken('exact', 'example-arms', 'AB1O235'), markToken('exact', 'example-arms', '0001234')],
  skeleton: [markToken('skeleton', 'example-arms', 'A810235')],
  damaged: damagedTokens('example-arms', ['A810235', 'A810285']),
  mark_alone: [markAloneToken('AB1O235')],
}

/** Scalars of the vectors are no secrets: SHA-512 of a word, modulo the order. */
const scalarFrom = (word: string): Uint8Array => scalarOf(sha512(toUtf8(word)))

function vectorsOf(kind: TokenKind) {
  const words = `proofmark-private-1|XA|XB|lost_stolen_wanted|${kind}|2026-11-29.1`
  const seed = fromHex('5b'.repeat(32))!
  const keys = deriveKeyPair(seed, toUtf8(words))
  const tokens = MARKS[kind]
  const blinds = tokens.map((_, at) => scalarFrom(`blind ${kind} ${at}`))
  const nonce = scalarFrom(`nonce ${kind}`)
  const blinded = tokens.map((token, at) => blind(token, blinds[at]!))
  const { evaluated, proof } = blindEvaluate(keys, blinded, nonce)
  const outputs = tokens.map((token, at) => finalize(token, blinds[at]!, evaluated[at]!))
  const head = {
    holder: 'XA',
    partner: 'XB',
    dataClass: 'lost_stolen_wanted',
    kind,
    epoch: '2026-11-29.1',
    number: 0,
    publicKey: keys.publicKey,
  }
  const padSecret = fromHex('70'.repeat(32))!
  const filter = buildFilter(head, packedOutputs(tokens.map((token) => evaluate(keys.secretKey, token))), padSecret)
  return {
    kind,
    seed: toHex(seed),
    keyInfo: words,
    secretKey: toHex(keys.secretKey),
    publicKey: toHex(keys.publicKey),
    tokens: tokens.map((token) => new TextDecoder().decode(token)),
    blinds: blinds.map(toHex),
    blinded: blinded.map(toHex),
    evaluated: evaluated.map(toHex),
    nonce: toHex(nonce),
    proof: toHex(proof),
    outputs: outputs.map(toHex),
    padSecret: toHex(padSecret),
    filterBytes: filter.length,
    filterHash: filterHash(filter),
  }
}

export function privateLookUpVectors() {
  const kinds = Object.keys(MARKS) as TokenKind[]
  return {
    form: TOKEN_FORM,
    suite: 'VOPRF(ristretto255, SHA-512), RFC 9497',
    vectors: kinds.map(vectorsOf),
  }
}
