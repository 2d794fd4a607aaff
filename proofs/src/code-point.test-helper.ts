import fc from 'fast-check'

/** Any character of Unicode, the plain ones oftener. (fast-check's own `binary` takes seconds to set up.) */
export const CODE_POINT: fc.Arbitrary<string> = fc
  .oneof(fc.nat(0x7f), fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point))
