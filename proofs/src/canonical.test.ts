import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fromUtf8, toHex } from './bytes.ts'
import { canonicalJson, MAX_DEPTH, type PlainData } from './canonical.ts'
import { ProofError } from './errors.ts'

const text = (value: PlainData): string => fromUtf8(canonicalJson(value))!

/** Pairs of input and output from RFC 8785, sections 3.2.2 and 3.2.3, and from its authors' test data. */
const DOCUMENTS = [
  {
    name: 'the example of section 3.2.2',
    input:
      '{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}',
    output:
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  },
  {
    name: 'the sorting example of section 3.2.3',
    input:
      '{"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}',
    output:
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  },
  {
    name: 'nested structures',
    input: '{"1": {"f": {"f": "hi","F": 5} ,"\\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { }}',
    output: '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}',
  },
  {
    name: 'sorting without regard to a language',
    input:
      '{"peach": "This sorting order", "péché": "is wrong according to French", "pêche": "but canonicalization MUST", "sin": "ingnore locale"}',
    output:
      '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
  },
  {
    name: 'text that is not normalised',
    input: '{"Unnormalized Unicode":"\\u1e0d\\u0307"}',
    output: '{"Unnormalized Unicode":"\u1e0d\u0307"}',
  },
]

/** RFC 8785, appendix B: bits of a double and its canonical form. */
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const

const double = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE()

describe('canonical JSON', () => {
  for (const { name, input, output } of DOCUMENTS)
    test(`writes ${name} as RFC 8785 does`, () => {
      assert.equal(text(JSON.parse(input)), output)
    })

  test('writes the numbers of appendix B as RFC 8785 does', () => {
    for (const [bits, expected] of NUMBERS) assert.equal(text(double(bits)), expected)
  })

  test('is UTF-8 to the byte', () => {
    assert.equal(toHex(canonicalJson('€😂')), '22e282acf09f988222')
  })

  test('is the same for the same data whatever the order of members, and reads back as that data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const plain: PlainData = JSON.parse(JSON.stringify(value))
        assert.equal(text(plain), text(reversed(plain)))
        assert.deepEqual(JSON.parse(text(plain)), plain)
      }),
    )
  })

  test('tells different data apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const [one, other]: PlainData[] = [JSON.parse(JSON.stringify(left)), JSON.parse(JSON.stringify(right))]
        assert.equal(text(one!) === text(other!), deepEqual(one!, other!))
      }),
    )
  })

  test('takes a member called __proto__ for a member', () => {
    assert.equal(text(JSON.parse('{"__proto__":{"a":1}}')), '{"__proto__":{"a":1}}')
  })
})

describe('canonical JSON refuses, and says where,', () => {
  class Serial {
    text = '123'
  }
  const cyclic: Record<string, unknown> = {}
  cyclic.itself = cyclic
  const bomb = (depth: number): unknown => (depth === 0 ? 1 : [bomb(depth - 1)])

  const REFUSED: readonly (readonly [string, unknown, string])[] = [
    ['undefined as a member', { a: { 'b/c': undefined } }, '"/a/b~1c" is undefined'],
    ['undefined in a list', [1, undefined], '"/1" is undefined'],
    ['a hole in a list', Array(3), '"" is an array with holes'],
    ['NaN', { n: Number.NaN }, '"/n" is NaN'],
    ['an infinity', [Number.NEGATIVE_INFINITY], '"/0" is -Infinity'],
    ['a bigint', { id: 1n }, '"/id" is bigint'],
    ['a function', { toJSON: () => 1 }, '"/toJSON" is function'],
    ['a symbol', Symbol('s'), '"" is symbol'],
    ['a member named by a symbol', { [Symbol('s')]: 1 }, 'named by a symbol'],
    ['a lone surrogate in a text', ['\ud800'], '"/0" holds a lone surrogate'],
    ['a lone surrogate in a name', { '\udc00': 1 }, 'holds a lone surrogate'],
    ['a date', { at: new Date(0) }, '"/at" is an object of class Date'],
    ['a map', new Map(), 'class Map'],
    ['bytes', Uint8Array.of(1), 'class Uint8Array'],
    ['a class instance', new Serial(), 'class Serial'],
    ['a cycle', cyclic, 'or cyclic'],
    ['nesting without end', bomb(MAX_DEPTH + 1), `deeper than ${MAX_DEPTH}`],
  ]
  for (const [name, value, message] of REFUSED)
    test(name, () => {
      assert.throws(
        () => canonicalJson(value as PlainData),
        (error) => error instanceof ProofError && error.code === 'not_plain_data' && error.message.includes(message),
      )
    })

  test('but not nesting up to the limit', () => {
    assert.equal(canonicalJson(bomb(MAX_DEPTH) as PlainData).length, 2 * MAX_DEPTH + 1)
  })
})

function reversed(value: PlainData): PlainData {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

function deepEqual(left: PlainData, right: PlainData): boolean {
  try {
    assert.deepEqual(left, right)
    return true
  } catch {
    return false
  }
}
