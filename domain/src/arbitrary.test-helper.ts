import fc from 'fast-check'

/** Any character of Unicode, the plain ones oftener. (fast-check's own `binary` takes seconds to set up.) */
export const CODE_POINT: fc.Arbitrary<string> = fc
  .oneof(fc.nat(0x7f), fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point))

/** Strings that real and hostile sources send: any Unicode, lone surrogates, NUL, direction overrides, great length. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: CODE_POINT, maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        '\u0000',
        '\u202e',
        '\ud800',
        '\udc00',
        '[8B]',
        '?',
        '*',
        'XXX',
        'nº',
        '/',
        ' ',
        ',',
        'SERIAL',
        'Č',
        'Б',
        '٣',
        '9',
        'O',
        'mm',
        '.',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
  fc.string({ maxLength: 3 }).map((unit) => unit.repeat(10_000).slice(0, 10_000)),
)

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const digit = fc.constantFrom(...'0123456789')

/** Norms as makers number: some letters, then digits, or any mixture. */
export const plainNorm: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.array(letter, { maxLength: 3 }), fc.array(digit, { minLength: 1, maxLength: 7 }))
    .map(([a, b]) => a.join('') + b.join('')),
  fc.array(fc.oneof(letter, digit), { minLength: 1, maxLength: 10 }).map((characters) => characters.join('')),
)
