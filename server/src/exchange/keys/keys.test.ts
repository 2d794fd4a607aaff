import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { keysOfTest } from '../../testing/nodes.ts'
import { hashOf } from '../rules/message.ts'
import { selfSigned, toPem } from './certificate.ts'
import { openEnvelope, sealEnvelope } from './envelope.ts'
import { readReceipt, signReceipt } from './receipt.ts'
import { isSignatureOf, readSignature, signMessage } from './sign-message.ts'

const keys = keysOfTest('XA')
const strangers = keysOfTest('XA')
const own = Buffer.from(keys.messageKey, 'base64url')
const MESSAGE = '5b1f0f0a-3a1e-4c3a-8d3e-1234567890ab'
const HASH = '0'.repeat(64)

test('a certificate is read by others as we wrote it, before and after 2050, whatever stands in its name', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (from, to, name) => {
      const read = new X509Certificate(toPem(selfSigned({ name, privateKey, publicKey, from, to })))
      const seconds = (date: Date) => Math.floor(date.getTime() / 1_000)
      assert.deepEqual(
        [seconds(new Date(read.validFrom)), seconds(new Date(read.validTo))],
        [seconds(from), seconds(to)],
      )
      assert.ok(read.verify(publicKey) && read.checkPrivateKey(privateKey) && !read.ca)
    }),
    { numRuns: 50 },
  )
  assert.ok(createPublicKey(createPrivateKey(keys.tls.key)).equals(new X509Certificate(keys.tls.cert).publicKey))
})

test('a signature holds for its very bytes, its key and its header, and for no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), async (body, at) => {
      const signed = {
        recipient: 'XB',
        message: MESSAGE,
        kind: 'note',
        about: null,
        hash: hashOf(body).toString('hex'),
        sentAt: '2026-03-02T08:00:00.000Z',
        expires: '2026-03-02T08:10:00.000Z',
      }
      const signature = await signMessage(keys, body, signed)
      assert.deepEqual(readSignature(signature), {
        ...signed,
        alg: 'EdDSA',
        typ: 'proofmark-message-1',
        kid: keys.messageKey,
        sender: 'XA',
      })
      assert.equal(await isSignatureOf(signature, body, own), true)
      assert.equal(await isSignatureOf(signature, body, Buffer.from(strangers.messageKey, 'base64url')), false)
      const changed = Uint8Array.from(body)
      changed[at % body.length]! ^= 1
      assert.equal(await isSignatureOf(signature, changed, own), false)
    }),
    { numRuns: 30 },
  )
})

test('a header that is no message’s is none, whatever stands in it', async () => {
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  for (const text of ['', '..', `${unsigned}..x`, `${unsigned}.e30.x`, 'a..b', 'x'.repeat(5_000)])
    assert.equal(readSignature(text), null, text.slice(0, 20))
})

test('a receipt is its recipient’s alone', async () => {
  const receipt = await signReceipt(keys, {
    message: MESSAGE,
    hash: HASH,
    sender: 'XB',
    receivedAt: '2026-03-02T08:00:00.000Z',
  })
  assert.deepEqual(await readReceipt(receipt, [own]), {
    form: 'proofmark-receipt-1',
    message: MESSAGE,
    hash: HASH,
    sender: 'XB',
    recipient: 'XA',
    receivedAt: '2026-03-02T08:00:00.000Z',
  })
  assert.equal(await readReceipt(receipt, [Buffer.from(strangers.messageKey, 'base64url')]), null)
  const [head, payload, signature] = receipt.split('.')
  const said = JSON.parse(Buffer.from(payload!, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...said, sender: 'XC' })).toString('base64url')
  assert.equal(await readReceipt(`${head}.${forged}.${signature}`, [own]), null)
})

test('an envelope is opened by its recipient alone', async () => {
  const content = { form: 'proofmark-envelope-1', sender: 'XB', recipient: 'XA', messages: [], receipts: [] } as const
  const sealed = await sealEnvelope(Buffer.from(keys.envelopeKey, 'base64url'), {
    ...content,
    messages: [],
    receipts: [],
  })
  assert.deepEqual(await openEnvelope(keys, sealed), content)
  assert.equal(await openEnvelope(strangers, sealed), null)
})
