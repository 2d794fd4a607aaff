import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paperNumber, typedPaperNumber } from './paper-number.ts'

const number = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(paperNumber)

test('a number is known again as people type it, and one character misread or two changed about is noticed', () => {
  fc.assert(
    fc.property(number, fc.nat(7), fc.nat(30), (printed, place, step) => {
      assert.equal(typedPaperNumber(` ${printed.toLowerCase().replaceAll('-', ' ')}`), printed)
      const characters = [...printed.replaceAll('-', '').slice(1)]
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const misread = characters.with(place, alphabet[(alphabet.indexOf(characters[place]!) + step + 1) % 32]!)
      if (misread[place] !== characters[place]) assert.equal(typedPaperNumber(misread.join('')), null)
    }),
  )
  for (const typed of ['', 'P-1234', 'BP 12/2026', 'P-4F7K-92Q!']) assert.equal(typedPaperNumber(typed), null)
})
