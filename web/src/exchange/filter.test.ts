import assert from 'node:assert/strict'
import { test } from 'node:test'
import { INBOX_STATES, OUTBOX_STATES } from '@proofmark/contract/exchange-words'
import { MESSAGE_KINDS } from '@proofmark/contract/message-kinds'
import fc from 'fast-check'
import { addressOfMessages, filterOf, type MessageFilter } from './filter.ts'
import { hexOf, inFours } from './groups.ts'

const common = {
  partner: fc.constantFrom(null, 'XB', 'XC-CUSTOMS'),
  kind: fc.constantFrom(null, ...MESSAGE_KINDS),
}
const filters = fc.oneof(
  fc.record(
    { box: fc.constant('out' as const), ...common, state: fc.constantFrom(null, ...OUTBOX_STATES) },
    { noNullPrototype: true },
  ),
  fc.record(
    { box: fc.constant('in' as const), ...common, state: fc.constantFrom(null, ...INBOX_STATES) },
    { noNullPrototype: true },
  ),
)

test('an address names the messages that it was made for, and whatever else stands in it is left out', () => {
  fc.assert(
    fc.property(filters, (filter: MessageFilter) => {
      const [path, fragment = ''] = addressOfMessages(filter).split('#')
      assert.equal(path, '/exchange/messages')
      assert.deepEqual(filterOf(fragment), filter)
    }),
  )
  assert.deepEqual(filterOf('box=in&partner=<b>&kind=none&state=dead'), {
    box: 'in',
    partner: null,
    kind: null,
    state: null,
  })
})

test('a key is read aloud in groups of four hexadecimal digits, whatever its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const hex = Buffer.from(bytes).toString('hex')
      assert.equal(hexOf(Buffer.from(bytes).toString('base64url')), hex)
      const spoken = inFours(hex).split(' ')
      assert.equal(spoken.join(''), hex)
      assert.ok(spoken.length === 16 && spoken.every((group) => group.length === 4))
    }),
  )
})
